import type { RateAsk } from '../asking/question-text.ts';
import { periodKey } from '../calendar/periods.ts';
import { compareFractions, exactOf } from '../figures/fraction.ts';
import type { Limit } from '../figures/limit.ts';
import type { Metric } from '../figures/metric.ts';
import type { ComparisonAnswer, Side } from '../queries/comparison.ts';
import type { StatedSideChange } from '../queries/stated-changes.ts';
import { besideCounts, besideText } from './beside-text.ts';
import { citedIn, comparisonChart } from './comparison-chart.ts';
import { reasonBlocks, type SideBehind } from './comparison-reasons.ts';
import { sideStanding, sideVerdict, verdictBlocks } from './comparison-verdict.ts';
import { sideDoubts } from './doubt-lines.ts';
import { impossibleHeadline } from './impossible-period.ts';
import { formulaWords, rateName } from './metric-words.ts';
import { decimal, percent, quotient } from './numbers.ts';
import { sideTimelinessBlocks } from './period-block.ts';
import { periodName } from './period-names.ts';
import { originText } from './rate-lines.ts';
import type { Block, Line, Reply } from './reply.ts';
import { sideChoices, withoutBlocks } from './side-choices.ts';
import { sideNames, type SideNames } from './side-names.ts';
import { stateText } from './side-state.ts';
import { distinct, sourceBlock } from './source-line.ts';
import { statedChangeText } from './stated-change.ts';
import { unlikeBlocks } from './unlike-lines.ts';

/** What a comparison is asked with. */
export type ComparisonAsked = {
  /** Drawn across the chart. */
  readonly limit: Limit | null;
  /** Whether each side keeps its limit, or why one is higher; null = neither. */
  readonly asks: RateAsk | null;
  /** Who is behind what is late, where the reason is asked for. */
  readonly behind: readonly SideBehind[];
};

/** The reply to /so-sanh: each side with counts, the difference in points, or why they cannot be compared. */
export function comparisonReply(
  answer: ComparisonAnswer,
  asked: ComparisonAsked,
  notes: readonly Block[] = [],
): Reply {
  const cited = citedIn(answer);
  const snapshots = distinct(cited.snapshots);
  const names = sideNames(answer.sides);
  const first = answer.sides[0];
  return {
    blocks: [
      { kind: 'headline', line: headline(answer, names, isJudged(asked)) },
      ...notes,
      {
        kind: 'list',
        items: answer.sides.map((side) => [
          ...sideLine(side, names, answer.metric),
          isJudged(asked) ? sideStanding(side) : '',
        ]),
      },
      ...differenceBlocks(answer, names),
      ...askedBlocks(answer, asked, names),
      ...answer.stated.map((stated) => statedBlock(stated, names)),
      ...unlikeWarnings(answer, names),
      ...sideDoubts(answer),
      ...withoutBlocks(answer),
      ...sideTimelinessBlocks(answer.sides, names.full),
      ...formulaBlock(answer),
      ...(snapshots.length === 0 ? [] : [sourceBlock(cited.snapshots, cited.places)]),
    ],
    chart: comparisonChart(answer, names, asked.limit),
    choices: sideChoices(answer, names),
    topic: {
      agency: first?.agency.id ?? null,
      period: first === undefined || first.period === null ? null : periodKey(first.period),
      metric: answer.metric,
    },
    snapshots: snapshots.map(({ id }) => id),
  };
}

function isJudged({ asks }: ComparisonAsked): boolean {
  return asks === 'verdict' || asks === 'target';
}

function askedBlocks(
  answer: ComparisonAnswer,
  asked: ComparisonAsked,
  { full }: SideNames,
): readonly Block[] {
  if (asked.asks === 'why') return reasonBlocks(answer, asked.behind, full);
  return isJudged(asked) ? verdictBlocks(answer, full) : [];
}

function headline(answer: ComparisonAnswer, names: SideNames, withVerdict: boolean): Line {
  if (answer.impossible !== null) return impossibleHeadline(answer.impossible, answer.metric);
  const spans = answer.sides.flatMap((side, index) => {
    const verdict = withVerdict ? sideVerdict(side) : null;
    return [
      `${index === 0 ? '' : ' · '}${names.short(side)} `,
      { strong: `${stateText(side)}${besideText(side)}${verdict === null ? '' : `: ${verdict}`}` },
    ];
  });
  return [...spans, ` — ${rateName(answer.metric, answer.formula)}${names.shared}`];
}

function sideLine(side: Side, names: SideNames, metric: Metric): Line {
  const { state, available } = side;
  const name = `${names.full(side)}: `;
  if (state?.kind !== 'rate') {
    const instead =
      available.length === 0
        ? ''
        : ` (hiện có: ${available.slice(0, 4).map(periodName).join(', ')})`;
    return [name, { strong: stateText(side) }, instead];
  }
  const { fraction } = state.rate;
  const counts =
    fraction === null
      ? withoutCounts(metric)
      : ` (${quotient(fraction.numerator, fraction.denominator)})`;
  const how = `${originText(state.rate)}${besideCounts(side)}`;
  return [name, { strong: percent(state.rate.hundredths) }, counts, how];
}

/** Scores never come with counts. */
function withoutCounts(metric: Metric): string {
  return ['satisfaction', 'reformIndex', 'serviceIndex'].includes(metric)
    ? ''
    : ' (chỉ công bố tỷ lệ)';
}

function unlikeWarnings({ held }: ComparisonAnswer, names: SideNames): readonly Block[] {
  return unlikeBlocks(
    held.map(({ side, base, unlike }) => ({
      pair: [names.short(side), names.short(base)],
      unlike,
    })),
  );
}

function differenceBlocks({ held }: ComparisonAnswer, names: SideNames): readonly Block[] {
  return held.flatMap(({ side, base, points }): Block[] => {
    if (points === null) return [];
    const difference = differenceText(points, [base, side]);
    const words = `${names.full(side)} ${difference} ${names.full(base)}${roundingText(points, [base, side])}.`;
    return [{ kind: 'text', line: [words] }];
  });
}

/** "6 tháng đầu năm 2023 giảm 0,74 điểm % so với 6 tháng đầu năm 2022 (theo báo cáo; không công bố số của kỳ đó)." */
function statedBlock({ side, change, reading }: StatedSideChange, names: SideNames): Block {
  const { rate } = reading.statement;
  const words = `${names.full(side)} ${statedChangeText(change)}`;
  const isShown = side.state?.kind === 'rate' && side.state.rate.hundredths === rate;
  const of = rate === null || isShown ? '' : `, của số ${percent(rate)}`;
  return {
    kind: 'text',
    line: [{ strong: words }, ` (theo báo cáo${of}; không công bố số của kỳ đó).`],
  };
}

/** "cao hơn 0,84 điểm % so với"; a difference that rounds to nothing is not called equal. */
function differenceText(points: number, sides: readonly [Side, Side]): string {
  if (points !== 0) {
    return `${points > 0 ? 'cao hơn' : 'thấp hơn'} ${decimal(Math.abs(points))} điểm % so với`;
  }
  const [a, b] = sides.map(({ state }) => (state?.kind === 'rate' ? exactOf(state.rate) : null));
  const equal = !a || !b || compareFractions(a, b) === 0;
  return equal ? 'bằng' : 'chênh dưới 0,01 điểm % so với';
}

/** Rates are subtracted before they are rounded: said where whoever subtracts the printed ones gets another number. */
function roundingText(points: number, sides: readonly [Side, Side]): string {
  const [base, side] = sides.map(({ state }) => (state?.kind === 'rate' ? state.rate : null));
  return !base || !side || side.hundredths - base.hundredths === points
    ? ''
    : ' (tính từ số chưa làm tròn)';
}

function formulaBlock({ sides }: ComparisonAnswer): readonly Block[] {
  const formulas = new Set(
    sides.flatMap(({ state }) => (state?.kind === 'rate' ? [state.rate.formula] : [])),
  );
  const [formula] = formulas;
  return formulas.size === 1 && formula !== undefined && formula !== null
    ? [{ kind: 'note', line: [`Công thức: ${formulaWords(formula)}`] }]
    : [];
}
