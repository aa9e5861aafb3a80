import { exactName } from '../asking/question-text.ts';
import type { OverdueNow } from '../queries/overdue-now.ts';
import { gapBlocks, listSourceBlocks, namedList } from './due-words.ts';
import { momentWords } from './moment-words.ts';
import { count } from './numbers.ts';
import { type RankingWords, restBlock, unitChoices } from './ranking-blocks.ts';
import { type Block, type Line, NO_TOPIC, type Reply } from './reply.ts';

const ROWS_SHOWN = 15;
/** More names than these in the first line are no longer read. */
const MOST_NAMED = 2;

/** The reply to "đơn vị nào đang có nhiều hồ sơ quá hạn nhất": by lists of dossiers, of this moment. */
export function overdueRankingReply(
  answer: OverdueNow,
  words: Pick<RankingWords, 'among' | 'unit'> & { readonly top: number | null },
  notes: readonly Block[] = [],
): Reply {
  const { units } = answer;
  const total = units.reduce((sum, { counts }) => sum + counts.overdue, 0);
  const told = answer.first === 'most' ? units.filter(({ counts }) => counts.overdue > 0) : units;
  const shown = told.slice(0, words.top ?? ROWS_SHOWN);
  const none = units.length - told.length;
  return {
    blocks: [
      { kind: 'headline', line: headline(answer, words.among) },
      ...notes,
      {
        kind: 'text',
        line: [
          `${count(units.length)} ${words.unit} có danh sách, cộng lại: ${count(total)} hồ sơ đang quá hạn${none === 0 ? '' : `; ${count(none)} nơi không có`}.`,
        ],
      },
      ...(shown.length === 0
        ? []
        : [
            {
              kind: 'table',
              header: ['Đơn vị', 'Quá hạn'],
              rows: shown.map(({ agency, counts }) => [agency.shortName, count(counts.overdue)]),
            } as const,
          ]),
      ...restBlock(told.length - shown.length),
      ...gapBlocks(answer),
      ...listSourceBlocks(answer),
    ],
    chart: null,
    choices: unitChoices(shown, (agency) => `/qua-han ${exactName(agency)}`),
    topic: NO_TOPIC,
    snapshots: [],
    ...namedList(answer),
  };
}

function headline({ units, first, now }: OverdueNow, among: string): Line {
  const end = ` — ${among}, lúc ${momentWords(now)}`;
  const [top] = units;
  if (top === undefined || (first === 'most' && top.counts.overdue === 0)) {
    return [{ strong: 'Không nơi nào có hồ sơ đang quá hạn' }, end];
  }
  const equal = units.filter(({ counts }) => counts.overdue === top.counts.overdue);
  const more = equal.length - MOST_NAMED;
  const names = equal.slice(0, MOST_NAMED).map(({ agency }) => agency.shortName);
  const who =
    more > 0 ? `${top.agency.shortName} và ${count(equal.length - 1)} nơi khác` : names.join(', ');
  return [
    { strong: `${who} ${count(top.counts.overdue)} hồ sơ đang quá hạn` },
    `, ${first === 'most' ? 'nhiều nhất' : 'ít nhất'}${end}`,
  ];
}
