import type { Agency } from '../agencies/agency.ts';
import { periodKey } from '../calendar/periods.ts';
import type { RankingAnswer } from '../queries/ranking.ts';
import { count } from './numbers.ts';
import { periodBlock, periodTitle } from './period-block.ts';
import { insteadChoices, levelChosenBlock, type RankingWords } from './ranking-blocks.ts';
import type { Block, Reply } from './reply.ts';
import { sourceBlock } from './source-line.ts';

/** More names than this are no answer to how many there are. */
const NAMES_SHOWN = 30;

/** The reply to "có bao nhiêu xã ở Nha Trang": how many units there were in the period of the figures, and which. */
export function unitsReply(
  answer: RankingAnswer,
  words: RankingWords,
  notes: readonly Block[] = [],
): Reply {
  const { ranked, small, nothingArose, missing, period, snapshots } = answer;
  const units = [...[...ranked, ...small].map(({ agency }) => agency), ...nothingArose, ...missing];
  return {
    blocks: [
      {
        kind: 'headline',
        line: [
          { strong: `${count(units.length)} ${words.unit}` },
          ` — ${words.among}, ${periodTitle(answer)}`,
        ],
      },
      ...notes,
      ...levelChosenBlock(words),
      { kind: 'text', line: [namesText(units)] },
      periodBlock(answer),
      sourceBlock(snapshots),
    ],
    chart: null,
    choices: insteadChoices(words, period),
    topic: { agency: null, period: periodKey(period), metric: answer.metric },
    snapshots: snapshots.map(({ id }) => id),
  };
}

function namesText(units: readonly Agency[]): string {
  const names = units.slice(0, NAMES_SHOWN).map(({ shortName }) => shortName);
  const rest = units.length - names.length;
  return `${names.join(', ')}${rest > 0 ? ` và ${String(rest)} đơn vị khác` : ''}.`;
}
