import { agencyQuestion } from '../asking/question-text.ts';
import { type Bound, isKept, type Sieve } from '../figures/limit.ts';
import type { CountedMetric } from '../figures/metric.ts';
import type { Ranked, RankingAnswer } from '../queries/ranking.ts';
import { limitLine } from './chart-limit.ts';
import type { ChartRequest } from './chart-request.ts';
import { formulaBlocks } from './formula-lines.ts';
import { keepingWords } from './limit-words.ts';
import { listFile, type LongList } from './list-file.ts';
import { FORMULA_USERS, rateName } from './metric-words.ts';
import { count, percent, quotient } from './numbers.ts';
import { periodBlock, periodTitle } from './period-block.ts';
import {
  caveatBlocks,
  drawnOf,
  insteadChoices,
  levelChosenBlock,
  rankingTopic,
  type RankingWords,
  restBlock,
  ROWS_SHOWN,
  unitChoices,
  withoutRateBlocks,
} from './ranking-blocks.ts';
import { MOST_BARS, bar } from './rate-chart.ts';
import type { Block, Line, Reply } from './reply.ts';
import { capital } from './sentence.ts';
import { sieveWords } from './sieve-words.ts';
import { sourceBlock, sourceText } from './source-line.ts';

/** What is asked for, and those that are so. */
export type BoundAsked = {
  readonly sieve: Sieve;
  /** The province's limit, when it was asked who keeps or breaks that. */
  readonly target: { readonly limit: Bound; readonly isKept: boolean } | null;
};
type Sifted = BoundAsked & { readonly met: readonly Ranked[]; readonly of: number };

/** The reply to "xã nào không có hồ sơ trễ hạn", "huyện nào trên 1%": how many of how many, and which. */
export function boundedReply(
  answer: RankingAnswer,
  words: RankingWords & BoundAsked,
  notes: readonly Block[] = [],
): Reply {
  const all = [...answer.ranked, ...answer.small];
  const met = all.filter(({ rate }) => words.sieve.bounds.every((bound) => isKept(bound, rate)));
  const sifted: Sifted = { sieve: words.sieve, target: words.target, met, of: all.length };
  const shown = met.slice(0, words.top ?? ROWS_SHOWN);
  return {
    blocks: [
      { kind: 'headline', line: headline(answer, words, sifted) },
      ...notes,
      ...levelChosenBlock(words),
      ...(met.length === 0 ? nearestBlock(answer) : [tableBlock(sifted, answer.metric, shown)]),
      ...restBlock(met.length - shown.length),
      ...formulaBlocks(all.map(({ rate }) => rate.formula)),
      ...countedBlock(sifted, answer.metric),
      ...withoutRateBlocks(answer),
      ...caveatBlocks(answer),
      periodBlock(answer),
      sourceBlock(answer.snapshots),
    ],
    chart: boundedChart(answer, words, sifted),
    choices: [
      ...unitChoices(shown, (agency) => agencyQuestion(answer, agency, answer.period)),
      ...insteadChoices(words, answer.period),
    ],
    ...listFile(fullList(answer, words, sifted), shown.length),
    topic: rankingTopic(answer, met),
    snapshots: answer.snapshots.map(({ id }) => id),
  };
}

function fullList(answer: RankingAnswer, words: RankingWords, sifted: Sifted): LongList {
  return {
    title: finding(answer.metric, words, sifted),
    about: `${words.among}, ${periodTitle(answer)}`,
    source: sourceText(answer.snapshots),
    columns: ['Tỷ lệ', 'Tử số', 'Mẫu số'],
    rows: sifted.met.map(({ agency, rate }) => [
      agency.name,
      { percent: rate.hundredths },
      rate.fraction === null ? null : Number(rate.fraction.numerator),
      rate.fraction === null ? null : Number(rate.fraction.denominator),
    ]),
  };
}

function headline(answer: RankingAnswer, words: RankingWords, sifted: Sifted): Line {
  const found = finding(answer.metric, words, sifted);
  const by = answer.formula === null ? '' : `${FORMULA_USERS[answer.formula]}, `;
  return [{ strong: found }, ` — ${by}${words.among}, ${periodTitle(answer)}`];
}

/** "4/8 huyện trễ hạn trên 1%", "Không có huyện nào trễ hạn trên 5%". */
function finding(metric: CountedMetric, { unit }: RankingWords, sifted: Sifted): string {
  const { met, of } = sifted;
  const isNone = isNoneLate(sifted, metric);
  if (met.length === 0) {
    return isNone
      ? `Cả ${count(of)} ${unit} đều có hồ sơ trễ hạn`
      : `Không có ${unit} nào ${soWords(metric, sifted)}`;
  }
  const so = isNone ? 'không có hồ sơ trễ hạn' : soWords(metric, sifted);
  return `${count(met.length)}/${count(of)} ${unit} ${so}`;
}

/** "trễ hạn trên 1%", "không đạt mục tiêu trễ hạn dưới 1%". */
function soWords(metric: CountedMetric, { sieve, target }: BoundAsked): string {
  const what = metric === 'overdue' ? 'trễ hạn' : 'đúng hạn';
  if (target !== null) {
    const limit = keepingWords(target.limit);
    return `${target.isKept ? 'đạt' : 'không đạt'} mục tiêu ${what} ${limit}`;
  }
  return isAny(sieve) && metric === 'overdue' ? 'có hồ sơ trễ hạn' : `${what} ${sieveWords(sieve)}`;
}

/** Above nothing at all. */
function isAny({ bounds: [bound, ...more] }: Sieve): boolean {
  return more.length === 0 && bound?.side === 'above' && !bound.inclusive && bound.threshold === 0;
}

/** Nothing late at all is said in words, and told with the dossiers that were handled. */
function isNoneLate({ sieve: { bounds } }: Sifted, metric: CountedMetric): boolean {
  const [bound, ...more] = bounds;
  const isNone = bound?.side === 'below' && bound.threshold === 0 && more.length === 0;
  return metric === 'overdue' && isNone;
}

function tableBlock(sifted: Sifted, metric: CountedMetric, shown: readonly Ranked[]): Block {
  if (isNoneLate(sifted, metric)) {
    const rows = shown.map(({ agency, volume }) => [agency.shortName, count(volume)]);
    return { kind: 'table', header: ['Đơn vị', 'Hồ sơ'], rows };
  }
  const rows = shown.map((one) => [
    one.agency.shortName,
    percent(one.rate.hundredths),
    countsText(one),
  ]);
  return { kind: 'table', header: ['Đơn vị', 'Tỷ lệ', 'Hồ sơ'], rows };
}

/** What the column without a rate counts. */
function countedBlock(sifted: Sifted, metric: CountedMetric): readonly Block[] {
  if (!isNoneLate(sifted, metric) || sifted.met.length === 0) return [];
  return [{ kind: 'note', line: ['Hồ sơ: số đã và đang giải quyết.'] }];
}

function countsText({ rate: { fraction } }: Ranked): string {
  return fraction === null ? '' : quotient(fraction.numerator, fraction.denominator);
}

/** None is so: who comes nearest. */
function nearestBlock({ ranked }: RankingAnswer): readonly Block[] {
  const [first] = ranked;
  if (first === undefined) return [];
  const words = `Gần nhất: ${first.agency.shortName} ${percent(first.rate.hundredths)} (${countsText(first)}).`;
  return [{ kind: 'text', line: [words] }];
}

/** Bars of those listed, with the value asked about as the line; nothing where all bars would be empty. */
function boundedChart(
  answer: RankingAnswer,
  words: RankingWords,
  sifted: Sifted,
): ChartRequest | null {
  const { met, sieve } = sifted;
  const [line = null] = sieve.bounds;
  if (met.every(({ rate }) => rate.hundredths === 0)) return null;
  const { metric, snapshots } = answer;
  const drawn = met.slice(0, words.top ?? MOST_BARS);
  return {
    kind: 'ranking',
    title: finding(metric, words, sifted),
    subtitle: `${capital(rateName(metric, answer.formula))} (%), ${words.among}, ${periodTitle(answer)}${drawnOf(drawn.length, met.length)}`,
    source: sourceText(snapshots),
    bars: drawn.map(({ agency, rate }) =>
      bar(agency.shortName, { kind: 'rate', rate }, agency.id === words.marked),
    ),
    limit: metric === 'overdue' && sieve.bounds.length === 1 ? limitLine(line) : null,
  };
}
