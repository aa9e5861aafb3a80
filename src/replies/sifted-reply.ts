import { agencyQuestion } from '../asking/question-text.ts';
import { isNumberKept, type Sieve } from '../figures/limit.ts';
import { metricOfTally } from '../figures/tally.ts';
import type { Tallied, TallyAnswer } from '../queries/tally-ranking.ts';
import { listFile } from './list-file.ts';
import { count } from './numbers.ts';
import { periodBlock, periodTitle } from './period-block.ts';
import {
  insteadChoices,
  levelChosenBlock,
  rankingTopic,
  type RankingWords,
  rankedDoubts,
  restBlock,
  ROWS_SHOWN,
  unitChoices,
  withoutRateBlocks,
} from './ranking-blocks.ts';
import type { Block, Reply } from './reply.ts';
import { capital } from './sentence.ts';
import { sieveWords } from './sieve-words.ts';
import { sourceBlock, sourceText } from './source-line.ts';
import { TALLY_WORDS } from './tally-words.ts';

/** The reply to "xã nào trên 20 hồ sơ trễ hạn": how many of how many units have such a number, and which. */
export function siftedReply(
  answer: TallyAnswer,
  words: RankingWords & { readonly sieve: Sieve },
  notes: readonly Block[] = [],
): Reply {
  const { ranked, snapshots, period, tally } = answer;
  const { sieve } = words;
  const met = ranked.filter(({ number }) =>
    sieve.bounds.every((bound) => isNumberKept(bound, number)),
  );
  const shown = met.slice(0, words.top ?? ROWS_SHOWN);
  const metric = metricOfTally(tally);
  const end = ` — ${words.among}, ${periodTitle(answer)}`;
  return {
    blocks: [
      { kind: 'headline', line: [{ strong: finding(answer, words, met.length) }, end] },
      ...notes,
      ...levelChosenBlock(words),
      ...(shown.length === 0 ? [] : [tableBlock(shown)]),
      ...restBlock(met.length - shown.length),
      ...withoutRateBlocks({ ...answer, nothingArose: [] }),
      ...rankedDoubts(answer.doubts, shown),
      periodBlock(answer),
      sourceBlock(snapshots),
    ],
    chart: null,
    choices: [
      ...unitChoices(shown, (agency) => agencyQuestion(metric, agency, period)),
      ...insteadChoices(words, period),
    ],
    ...listFile(
      {
        title: finding(answer, words, met.length),
        about: `${words.among}, ${periodTitle(answer)}`,
        source: sourceText(snapshots),
        columns: [capital(TALLY_WORDS[tally])],
        rows: met.map(({ agency, number }) => [agency.name, number]),
      },
      shown.length,
    ),
    topic: rankingTopic({ period, metric }, met),
    snapshots: snapshots.map(({ id }) => id),
  };
}

/** "2/8 huyện có trên 100 hồ sơ trễ hạn", "Không có huyện nào có …". */
function finding(
  { ranked, tally }: TallyAnswer,
  { unit, sieve }: { readonly unit: string; readonly sieve: Sieve },
  met: number,
): string {
  const what = TALLY_WORDS[tally];
  if (isNone(sieve)) return `${count(met)}/${count(ranked.length)} ${unit} không có ${what}`;
  // "trên 100 hồ sơ" + "hồ sơ trễ hạn".
  const so = `có ${sieveWords({ ...sieve, of: 'number' })}${what.replace(/^hồ sơ/u, '')}`;
  if (met === 0) return `Không có ${unit} nào ${so}`;
  return `${count(met)}/${count(ranked.length)} ${unit} ${so}`;
}

function isNone({ bounds: [bound, ...more] }: Sieve): boolean {
  return more.length === 0 && bound?.side === 'below' && bound.inclusive && bound.threshold === 0;
}

function tableBlock(shown: readonly Tallied[]): Block {
  const rows = shown.map(({ agency, number }) => [agency.shortName, count(number)]);
  return { kind: 'table', header: ['Đơn vị', 'Hồ sơ'], rows };
}
