import type { Limit } from '../figures/limit.ts';
import type { ComparisonAnswer, Side } from '../queries/comparison.ts';
import { besideText } from './beside-text.ts';
import { limitLine } from './chart-limit.ts';
import type { ChartRequest } from './chart-request.ts';
import { rateName } from './metric-words.ts';
import { shortPeriodName } from './period-names.ts';
import { bar } from './rate-chart.ts';
import { capital } from './sentence.ts';
import type { SideNames } from './side-names.ts';
import { stateText } from './side-state.ts';
import { citedBy, sourceText } from './source-line.ts';

/** What a comparison is told from, each at its place in the document. */
export function citedIn({ sides, stated }: ComparisonAnswer) {
  const states = sides.flatMap(({ state, beside }) => [
    ...(state === null ? [] : [state]),
    ...beside.map((rate) => ({ kind: 'rate', rate }) as const),
  ]);
  const { snapshots, places } = citedBy(states);
  return { snapshots: [...snapshots, ...stated.map(({ reading }) => reading.snapshot)], places };
}

/** Agencies or periods side by side; null unless two of them have a rate. */
export function comparisonChart(
  answer: ComparisonAnswer,
  names: SideNames,
  limit: Limit | null,
): ChartRequest | null {
  const { sides, metric } = answer;
  if (sides.filter(({ state }) => state?.kind === 'rate').length < 2) return null;
  const { snapshots, places } = citedIn(answer);
  const frame = {
    title: chartTitle(sides, names),
    subtitle: `${capital(rateName(metric, answer.formula))} (%)${names.shared}${besideTexts(sides, names)}${apartText(answer)}`,
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

/** "; Nha Trang (công bố 0,96%)": the second truth beside the bar that is drawn. */
function besideTexts(sides: readonly Side[], names: SideNames): string {
  return sides
    .filter(({ beside }) => beside.length > 0)
    .map((side) => `; ${names.short(side)}${besideText(side)}`)
    .join('');
}

/** The picture is passed on without the warning of the text. */
function apartText({ held }: ComparisonAnswer): string {
  return held.some(({ unlike }) => unlike.length > 0) ? '; có số không so sánh trực tiếp được' : '';
}

function periodLabel({ period }: Side): string {
  return period === null ? '' : shortPeriodName(period);
}
