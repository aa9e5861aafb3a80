import type { Agency } from '../agencies/agency.ts';
import { agencyQuestion, questionText } from '../asking/question-text.ts';
import { isKept, type Limit } from '../figures/limit.ts';
import type { Ranked, RankingAnswer } from '../queries/ranking.ts';
import { limitLine } from './chart-limit.ts';
import type { ChartRequest } from './chart-request.ts';
import { formulaBlocks } from './formula-lines.ts';
import { breakingWords, keepingWords } from './limit-words.ts';
import { rateName } from './metric-words.ts';
import { count, percent, quotient } from './numbers.ts';
import { periodBlock, periodTitle } from './period-block.ts';
import {
  caveatBlocks,
  limitFor,
  drawnOf,
  firstNames,
  insteadChoices,
  leadersIn,
  levelChosenBlock,
  rankingTopic,
  type RankingWords,
  rankedDoubts,
  restBlock,
  ROWS_SHOWN,
  smallBlock,
  unitChoices,
  withoutRateBlocks,
} from './ranking-blocks.ts';
import { placedName, placeText, shownWith } from './ranking-place.ts';
import { MOST_BARS, bar } from './rate-chart.ts';
import { type Block, type Choice, type Line, type Reply, textReply } from './reply.ts';
import { capital } from './sentence.ts';
import { sourceBlock, sourceText } from './source-line.ts';

/** The reply to /xep-hang: the order with counts beside the rates, and what was not ranked and why. */
export function rankingReply(
  answer: RankingAnswer,
  words: RankingWords,
  notes: readonly Block[] = [],
): Reply {
  const shown = shownWith(answer.ranked, { most: words.top ?? ROWS_SHOWN, marked: words.marked });
  const { snapshots } = answer;
  return {
    blocks: [
      { kind: 'headline', line: headline(answer, words) },
      ...notes,
      ...levelChosenBlock(words),
      ...overLimitBlock(answer, words),
      {
        kind: 'table',
        header: ['Đơn vị', 'Tỷ lệ', 'Hồ sơ'],
        rows: shown.map((one) => row(one, words.marked)),
      },
      ...formulaBlocks(shown.map(({ rate }) => rate.formula)),
      ...restBlock(answer.ranked.length - shown.length),
      ...smallBlock(answer),
      ...withoutRateBlocks(answer),
      ...caveatBlocks(answer),
      ...rankedDoubts(answer.doubts, shown),
      periodBlock(answer),
      sourceBlock(snapshots),
    ],
    chart: rankingChart(answer, words),
    choices: [
      ...unitChoices(shown, (agency) => agencyQuestion(answer, agency, answer.period)),
      ...insteadChoices(words, answer.period),
      ...byNumberChoice(answer, words),
    ],
    topic: rankingTopic(answer, leadersIn(answer.ranked)),
    snapshots: snapshots.map(({ id }) => id),
  };
}

/** "Nhiều nhất" may have been meant of the number. */
function byNumberChoice(answer: RankingAnswer, { asking }: RankingWords): readonly Choice[] {
  if (answer.ranked.length < 2) return [];
  const by = answer.formula === 'OVERDUE_RESOLVED_ONLY' ? 'resolvedOverdue' : 'count';
  const asked = { ...asking, by, formula: null, periods: [answer.period] } as const;
  return [{ label: 'Theo số hồ sơ', send: questionText('xep-hang', asked) }];
}

/** The figures of a total in place of a ranking that cannot be made: units publish no figures of their own. */
export function insteadOfRanking(reply: Reply, what: 'total' | 'ownFigure' = 'total'): Reply {
  const [first, ...rest] = reply.blocks;
  const why: Block = {
    kind: 'warning',
    line: [
      `Chưa xếp hạng được chỉ tiêu này theo từng đơn vị; đây là ${what === 'total' ? 'số chung' : 'số liệu hiện có'}.`,
    ],
  };
  return first === undefined ? reply : { ...reply, blocks: [first, why, ...rest] };
}

function headline(answer: RankingAnswer, words: RankingWords): Line {
  const [first] = answer.ranked;
  const when = periodTitle(answer);
  if (first === undefined) {
    const end = ` — ${rateName(answer.metric, answer.formula)}, ${words.among}, ${when}`;
    return [{ strong: 'Chưa xếp hạng được' }, end];
  }
  const among = isOnly(answer) ? `${words.unit} duy nhất` : words.among;
  const end = ` — theo ${rateName(answer.metric, answer.formula)}, ${among}, ${when}`;
  const own = isOnly(answer) ? null : placeHeadline(answer, words);
  if (own !== null) return [{ strong: own }, end];
  const place = isOnly(answer) ? '' : ` ${manner(answer)} nhất`;
  return [
    { strong: `${firstNames(answer.ranked)} ${percent(first.rate.hundredths)}` },
    `${place}${end}`,
  ];
}

function manner({ metric, order }: RankingAnswer): 'cao' | 'thấp' {
  return (metric === 'overdue') === (order === 'worst') ? 'cao' : 'thấp';
}

/** "Nha Trang 0,77%: cao thứ 6/8 huyện": where the agency asked about stands, or why it has no place. */
function placeHeadline(answer: RankingAnswer, { marked, unit }: RankingWords): string | null {
  const isMarked = ({ agency }: { readonly agency: Agency }) => agency.id === marked;
  const own = answer.ranked.find(isMarked);
  if (own !== undefined) {
    const place = placeText(own, answer.ranked, { manner: manner(answer), unit });
    return `${own.agency.shortName} ${percent(own.rate.hundredths)}: ${place}`;
  }
  const small = answer.small.find(isMarked);
  if (small !== undefined) {
    return `${small.agency.shortName} ${percent(small.rate.hundredths)}: dưới ${count(answer.minimumVolume)} hồ sơ nên không xếp hạng`;
  }
  const idle = answer.nothingArose.find(({ id }) => id === marked);
  if (idle !== undefined) return `${idle.shortName}: không phát sinh hồ sơ nên không xếp hạng`;
  const missing = answer.missing.find(({ id }) => id === marked);
  return missing === undefined ? null : `${missing.shortName}: chưa có số liệu để xếp hạng`;
}

/** A single unit is neither first nor last. */
function isOnly({ ranked, small, nothingArose, missing }: RankingAnswer): boolean {
  return ranked.length + small.length + nothingArose.length + missing.length === 1;
}

function row(one: Ranked, marked: string | null): readonly string[] {
  const { rate } = one;
  const counts =
    rate.fraction === null ? '' : quotient(rate.fraction.numerator, rate.fraction.denominator);
  return [placedName(one, marked), percent(rate.hundredths), counts];
}

function overLimit(answer: RankingAnswer, limit: Limit): number {
  return [...answer.ranked, ...answer.small].filter(({ rate }) => !isKept(limit, rate)).length;
}

function overLimitBlock(answer: RankingAnswer, words: RankingWords): readonly Block[] {
  const limit = limitFor(answer, words);
  if (limit === null || isOnly(answer)) return [];
  const total = answer.ranked.length + answer.small.length;
  const over = overLimit(answer, limit);
  return [
    {
      kind: 'text',
      line: [`${String(over)}/${String(total)} ${words.unit} ${breakingWords(limit)}.`],
    },
  ];
}

/** "Sở TNMT 94,23% thấp nhất". */
function firstText(answer: RankingAnswer): string {
  const rate = answer.ranked[0]?.rate.hundredths ?? 0;
  return `${firstNames(answer.ranked)} ${percent(rate)} ${manner(answer)} nhất`;
}

/** "4/8 huyện trễ hạn từ 1% trở lên", or that all are under it. */
function limitTitle(answer: RankingAnswer, { unit }: RankingWords, limit: Limit): string {
  const total = String(answer.ranked.length + answer.small.length);
  const over = overLimit(answer, limit);
  return over === 0
    ? `${total}/${total} ${unit} trễ hạn ${keepingWords(limit)}`
    : `${String(over)}/${total} ${unit} trễ hạn ${breakingWords(limit)}`;
}

/** The ranking as a picture, with the limit as a line. */
function rankingChart(answer: RankingAnswer, words: RankingWords): ChartRequest | null {
  if (answer.ranked.length === 0 || isOnly(answer)) return null;
  const limit = limitFor(answer, words);
  const drawn = answer.ranked.slice(0, words.top ?? MOST_BARS);
  const part = drawnOf(drawn.length, answer.ranked.length);
  return {
    kind: 'ranking',
    title: limit === null ? firstText(answer) : limitTitle(answer, words, limit),
    subtitle: `${capital(rateName(answer.metric, answer.formula))} (%), ${words.among}, ${periodTitle(answer)}${part}`,
    source: sourceText(answer.snapshots),
    bars: drawn.map(({ agency, rate }) =>
      bar(agency.shortName, { kind: 'rate', rate }, agency.id === words.marked),
    ),
    limit: limitLine(limit),
  };
}

/** Said when those that keep a limit were asked for and there is none: all are ranked instead. */
export function noLimitBlock(): Block {
  return {
    kind: 'warning',
    line: ['Chưa có mục tiêu về chỉ tiêu này cho kỳ được hỏi; đây là xếp hạng tất cả.'],
  };
}

/** Said when those beyond a percentage were asked for of something that has none. */
export function unboundedBlock(): Block {
  return { kind: 'warning', line: ['Chỉ tiêu này không có tỷ lệ để lọc; đây là xếp hạng tất cả.'] };
}

/** Said when there is no unit of the kind asked for: no "quận" in a province without them. */
export function noUnitsReply({ among }: Pick<RankingWords, 'among'>): Reply {
  const line: Line = [{ strong: `Tỉnh không có ${among} nào` }];
  return textReply([{ kind: 'headline', line }]);
}
