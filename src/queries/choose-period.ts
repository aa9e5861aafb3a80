import { comparePeriods } from '../calendar/period-order.ts';
import {
  type MeantPeriod,
  type Period,
  type PeriodAsked,
  type PeriodKey,
  isImpossible,
} from '../calendar/period.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import { resolvePeriod } from '../calendar/resolve-period.ts';
import { countedKind, type CountedKind } from '../snapshots/counted.ts';
import { uniqueBy } from '../unique-by.ts';

/** Something that has figures in a period; their scope tells whether they were reported, which no scope does. */
export type Covered = { readonly key: PeriodKey; readonly scope?: string };

/** The period an answer is about, or what was asked for in vain and what there is instead. Periods are newest first. */
export type PeriodChoice<C extends Covered> =
  | {
      readonly kind: 'chosen';
      readonly period: Period;
      /** The first of those handed in that is of this period. */
      readonly found: C;
      /** The other periods that have figures. */
      readonly others: readonly Period[];
    }
  | NoPeriod;

/** Nothing to answer from; `asked` is null if no period was named. */
export type NoPeriod = {
  readonly kind: 'none';
  readonly asked: MeantPeriod | null;
  readonly available: readonly Period[];
};

/**
 * Chooses among the periods that have figures: the one asked for, or the latest when none was. Of two that end on
 * the same day the longer one is preferred (the year over its fourth quarter). "Quý 3" without a year means the
 * newest third quarter that has figures. What lists of dossiers tell in part is chosen only where nothing fuller is meant,
 * and what was counted from samples only where nothing real is. A period that cannot be is asked for in vain.
 */
export function choosePeriod<C extends Covered>(
  covered: readonly C[],
  asked: PeriodAsked | null,
  today: Temporal.PlainDate,
): PeriodChoice<C> {
  for (const least of BY_STANDING) {
    const among = covered.filter((one) => standingOf(one) <= least);
    const choice = chooseAmong(among, asked, today);
    if (choice !== null) return { ...choice, others: othersThan(choice.period, covered, least) };
  }
  return inVain(covered, asked, today);
}

/** How figures stand beside others: reported or counted in full, counted in part, made up. */
const STANDINGS: Readonly<Record<CountedKind, number>> = { whole: 0, part: 1, sample: 2 };
const BY_STANDING = [0, 1, 2] as const;

function standingOf({ scope = '' }: Covered): number {
  const kind = countedKind(scope);
  return kind === null ? 0 : STANDINGS[kind];
}

/** Samples are offered only beside samples. */
function othersThan(chosen: Period, covered: readonly Covered[], least: number): readonly Period[] {
  const offered = covered.filter((one) => standingOf(one) <= Math.max(least, STANDINGS.part));
  return sorted(offered)
    .map(({ period }) => period)
    .filter((period) => comparePeriods(period, chosen) !== 0);
}

/** What was counted from samples is left out where there is anything else. */
export function withoutSamples<C extends Covered>(covered: readonly C[]): readonly C[] {
  const real = covered.filter((one) => standingOf(one) < STANDINGS.sample);
  return real.length > 0 ? real : covered;
}

/** Figures that stand before others in the first place. */
export function byStanding(a: Covered, b: Covered): number {
  return standingOf(a) - standingOf(b);
}

function chooseAmong<C extends Covered>(
  covered: readonly C[],
  asked: PeriodAsked | null,
  today: Temporal.PlainDate,
): { readonly kind: 'chosen'; readonly period: Period; readonly found: C } | null {
  if (isImpossible(asked)) return null;
  const all = sorted(covered);
  const current = all[0]?.period;
  const isAsked = (period: Period) => {
    if (asked === null) return period === current;
    const { year } = period.to;
    return (
      comparePeriods(period, resolvePeriod(asked, { today, year, ...(current && { current }) })) ===
      0
    );
  };
  const match = all.find(({ period }) => isAsked(period));
  return match === undefined ? null : { kind: 'chosen', ...match };
}

/** What is said when nothing among the periods that have figures is what was asked for. */
export function inVain(
  covered: readonly Covered[],
  asked: PeriodAsked | null,
  today: Temporal.PlainDate,
): NoPeriod {
  const available = sorted(withoutSamples(covered)).map(({ period }) => period);
  const current = available[0];
  const year = current?.to.year ?? today.year;
  if (asked === null || isImpossible(asked)) return { kind: 'none', asked, available };
  const meant = resolvePeriod(asked, { today, year, ...(current && { current }) });
  return { kind: 'none', asked: meant, available };
}

function sorted<C extends Covered>(covered: readonly C[]) {
  return uniqueBy(covered, ({ key }) => key)
    .map((found) => ({ found, period: parsePeriodKey(found.key) }))
    .toSorted((a, b) => latestThenLongest(a.period, b.period));
}

/** Newest first; of two that end on the same day the longer one. */
export function latestThenLongest(a: Period, b: Period): number {
  return Temporal.PlainDate.compare(b.to, a.to) || Temporal.PlainDate.compare(a.from, b.from);
}

/** A known period as if it had been asked for. */
export function askedFor(period: Period): PeriodAsked {
  return { kind: 'range', from: period.from, to: period.to };
}
