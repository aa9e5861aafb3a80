import type { Agency } from '../agencies/agency.ts';
import { exactName, questionText } from '../asking/question-text.ts';
import { periodKey } from '../calendar/periods.ts';
import { compareFractions, exactOf } from '../figures/fraction.ts';
import type { Limit } from '../figures/limit.ts';
import type { Metric } from '../figures/metric.ts';
import type { ComparisonAnswer, Side } from '../queries/comparison.ts';
import type { StatedDifference } from '../queries/stated-differences.ts';
import { limitLine } from './chart-limit.ts';
import type { ChartRequest } from './chart-request.ts';
import { sideDoubts } from './doubt-lines.ts';
import { formulaWords, metricName } from './metric-words.ts';
import { decimal, percent, quotient } from './numbers.ts';
import { markText, sideTimelinessBlocks } from './period-block.ts';
import { periodName, shortPeriodName } from './period-names.ts';
import { bar } from './rate-chart.ts';
import { originText } from './rate-lines.ts';
import { type Block, type Line, type Reply, textReply } from './reply.ts';
import { capital } from './sentence.ts';
import { sideChoices, withoutBlocks } from './side-choices.ts';
import { sideNames, type SideNames } from './side-names.ts';
import { citedBy, distinct, sourceBlock, sourceText } from './source-line.ts';
import { statedChangeText } from './stated-change.ts';
import { unlikeBlocks } from './unlike-lines.ts';

/** The reply to /so-sanh: each side with counts, the difference in points, or why they cannot be compared. */
export function comparisonReply(
  answer: ComparisonAnswer,
  limit: Limit | null,
  notes: readonly Block[] = [],
): Reply {
  const cited = citedIn(answer);
  const snapshots = distinct(cited.snapshots);
  const names = sideNames(answer.sides);
  const first = answer.sides[0];
  return {
    blocks: [
      { kind: 'headline', line: headline(answer, names) },
      ...notes,
      { kind: 'list', items: answer.sides.map((side) => sideLine(side, names, answer.metric)) },
      ...differenceBlocks(answer, names),
      ...answer.stated.map((stated) => statedBlock(stated, names)),
      ...unlikeWarnings(answer, names),
      ...sideDoubts(answer),
      ...withoutBlocks(answer),
      ...sideTimelinessBlocks(answer.sides, names.full),
      ...formulaBlock(answer),
      ...(snapshots.length === 0 ? [] : [sourceBlock(cited.snapshots, cited.places)]),
    ],
    chart: comparisonChart(answer, names, limit),
    choices: sideChoices(answer, names),
    topic: {
      agency: first?.agency.id ?? null,
      period: first === undefined || first.period === null ? null : periodKey(first.period),
      metric: answer.metric,
    },
    snapshots: snapshots.map(({ id }) => id),
  };
}

function headline(answer: ComparisonAnswer, names: SideNames): Line {
  const spans = answer.sides.flatMap((side, index) => [
    `${index === 0 ? '' : ' · '}${names.short(side)} `,
    { strong: stateText(side) },
  ]);
  return [...spans, ` — ${metricName(answer.metric)}${names.shared}`];
}

function stateText({ state, timeliness }: Side): string {
  if (state === null) return 'chưa có số liệu';
  const rate = state.kind === 'rate' ? percent(state.rate.hundredths) : 'không phát sinh';
  return `${rate}${markText(timeliness)}`;
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
  return [name, { strong: percent(state.rate.hundredths) }, counts, originText(state.rate)];
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
function statedBlock({ side, change, rate }: StatedDifference, names: SideNames): Block {
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

function citedIn({ sides, stated }: ComparisonAnswer) {
  const { snapshots, places } = citedBy(sides.flatMap(({ state }) => state ?? []));
  return { snapshots: [...snapshots, ...stated.map(({ snapshot }) => snapshot)], places };
}

/** Agencies or periods side by side; null unless two of them have a rate. */
function comparisonChart(
  answer: ComparisonAnswer,
  names: SideNames,
  limit: Limit | null,
): ChartRequest | null {
  const { sides, metric } = answer;
  if (sides.filter(({ state }) => state?.kind === 'rate').length < 2) return null;
  const { snapshots, places } = citedIn(answer);
  const frame = {
    title: chartTitle(sides, names),
    subtitle: `${capital(metricName(metric))} (%)${names.shared}${apartText(answer)}`,
    source: sourceText(snapshots, places),
    limit: limitLine(metric === 'overdue' ? limit : null),
  };
  if (names.onePeriod || names.oneAgency) {
    const bars = sides.map((side) => bar(names.short(side), side.state, false));
    return { ...frame, kind: 'ranking', bars };
  }
  const groups = [...Map.groupBy(sides, ({ agency }) => agency.id).values()].map((group) => ({
    label: group[0]?.agency.shortName ?? '',
    bars: group.map((side) => bar(periodLabel(side), side.state, false)),
  }));
  return { ...frame, kind: 'comparison', groups };
}

/** More sides than these do not fit a title: then those of the newest period, or the highest. */
const MOST_IN_TITLE = 3;

function chartTitle(sides: readonly Side[], names: SideNames): string {
  if (sides.length <= MOST_IN_TITLE) return sidesText(sides, names.short);
  const ends = sides.flatMap(({ period }) => (period === null ? [] : [period.to]));
  const newest = ends.toSorted((a, b) => Temporal.PlainDate.compare(b, a))[0];
  const latest = sides.filter(({ period }) => newest !== undefined && period?.to.equals(newest));
  const [first] = latest;
  if (latest.length <= MOST_IN_TITLE && first !== undefined && !names.onePeriod) {
    return `${sidesText(latest, ({ agency }) => agency.shortName)} (${periodLabel(first)})`;
  }
  const rated = sides.filter(({ state }) => state?.kind === 'rate');
  const [highest] = rated.toSorted((a, b) => hundredthsOf(b) - hundredthsOf(a));
  return highest === undefined ? '' : `${sidesText([highest], names.short)} cao nhất`;
}

function sidesText(sides: readonly Side[], nameOf: (side: Side) => string): string {
  return sides.map((side) => `${nameOf(side)} ${stateText(side)}`).join(' · ');
}

function hundredthsOf({ state }: Side): number {
  return state?.kind === 'rate' ? state.rate.hundredths : 0;
}

/** The picture is passed on without the warning of the text. */
function apartText({ held }: ComparisonAnswer): string {
  return held.some(({ unlike }) => unlike.length > 0) ? '; có số không so sánh trực tiếp được' : '';
}

function periodLabel({ period }: Side): string {
  return period === null ? '' : shortPeriodName(period);
}

/** Said when there are not two things to compare; the peers of the agency are offered. */
export function compareWhatReply(agency: Agency, others: readonly Agency[]): Reply {
  const choices = others.slice(0, 3).map((other) => ({
    label: `${agency.shortName} – ${other.shortName}`,
    send: questionText('so-sanh', { agencies: [exactName(agency), exactName(other)] }),
  }));
  const words = `Hãy nêu hai cơ quan hoặc hai kỳ, ví dụ: “/so-sanh Nha Trang, Cam Ranh” hoặc “/so-sanh ${agency.shortName} năm 2023, năm 2020”.`;
  return textReply(
    [
      { kind: 'headline', line: [{ strong: 'So sánh với gì?' }] },
      { kind: 'text', line: [words] },
    ],
    choices,
  );
}
