import type { Agency } from '../agencies/agency.ts';
import {
  type ImpossiblePeriod,
  type MeantPeriod,
  type Period,
  type PeriodAsked,
  isImpossible,
} from '../calendar/period.ts';
import { parsePeriodKey, periodKey, yearPeriod } from '../calendar/periods.ts';
import { dayOf } from '../clock.ts';
import { askedFor, choosePeriod, type Covered } from './choose-period.ts';
import type { Knowledge } from './knowledge.ts';

/** One side of a comparison; `found` null = no figures for that agency and period. */
export type SideOf<T> = {
  readonly agency: Agency;
  readonly period: Period | null;
  readonly found: T | null;
  /** Where the period asked for has none: those that have, newest first. */
  readonly available: readonly Period[];
};

/** Sides in the order asked, every agency in every period. */
export type Sides<T> = {
  readonly sides: readonly SideOf<T>[];
  /** Years of a span asked for in which none of the agencies has figures; they make no sides. */
  readonly without: readonly Period[];
  /** The period asked for cannot be; null if it can. */
  readonly impossible: ImpossiblePeriod | null;
};

/** What is set side by side: every agency in every period; without a period in one they have in common. */
export type SidesAsked = {
  readonly agencies: readonly Agency[];
  readonly periods: readonly PeriodAsked[];
  /** As many agencies as periods, each agency in the period in its place alone. */
  readonly isPaired?: boolean;
};

/**
 * Sets agencies side by side in the periods asked for; without one in the newest that all have in common, failing
 * that each in its own newest. Of several years one by one those count in which any of them has figures.
 */
export async function sidesOf<T extends Covered>(
  knowledge: Knowledge,
  { agencies, periods, isPaired = false }: SidesAsked,
  figuresOf: (agency: Agency) => Promise<readonly T[]>,
): Promise<Sides<T>> {
  const today = dayOf(knowledge.clock.now());
  const all = await Promise.all(
    agencies.map(async (agency) => ({ agency, figures: await figuresOf(agency) })),
  );
  const figures = all.map((one) => one.figures);
  const years = yearsIn(figures.flat());
  const asked =
    periods.length === 0
      ? [commonPeriod(figures, today)]
      : periods.flatMap((period) => oneByOne(period, years));
  return {
    sides: all.flatMap((one, at) =>
      asked
        .filter((_, nth) => !isPaired || nth === at)
        .map((period) => sideIn(one.agency, choosePeriod(one.figures, period, today))),
    ),
    without: periods.flatMap((period) => yearsWithout(period, years)),
    impossible: impossibleIn({ periods }),
  };
}

function sideIn<T extends Covered>(
  agency: Agency,
  choice: ReturnType<typeof choosePeriod<T>>,
): SideOf<T> {
  return choice.kind === 'none'
    ? { agency, period: periodOf(choice.asked), found: null, available: choice.available }
    : { agency, period: choice.period, found: choice.found, available: [] };
}

/** One that cannot be is no period of a side. */
export function periodOf(asked: MeantPeriod | null): Period | null {
  return isImpossible(asked) ? null : asked;
}

/** The period asked for that cannot be; null if all can. */
export function impossibleIn({ periods }: Pick<SidesAsked, 'periods'>): ImpossiblePeriod | null {
  return periods.find(isImpossible) ?? null;
}

/** The newest period in which all agencies have figures; null if there is none. */
function commonPeriod(
  [first = [], ...others]: readonly (readonly Covered[])[],
  today: Temporal.PlainDate,
): PeriodAsked | null {
  const shared = first.filter(({ key }) =>
    others.every((figures) => figures.some((one) => one.key === key)),
  );
  const choice = choosePeriod(shared, null, today);
  return choice.kind === 'chosen' ? askedFor(choice.period) : null;
}

/** The years that have figures, oldest first. */
function yearsIn(figures: readonly Covered[]): readonly number[] {
  const periods = figures.map(({ key }) => parsePeriodKey(key));
  const years = periods.flatMap((period) => (period.kind === 'year' ? [period.year] : []));
  return [...new Set(years)].toSorted((a, b) => a - b);
}

/** Years one by one where they have figures; if none has, the whole span is asked for, in vain. */
function oneByOne(asked: PeriodAsked, years: readonly number[]): readonly PeriodAsked[] {
  if (asked.kind !== 'years') return [asked];
  const { span } = asked;
  const within = years.filter((year) => span === null || (span.from <= year && year <= span.to));
  return within.length === 0 ? [asked] : within.map((year) => ({ kind: 'year', year }));
}

function yearsWithout(asked: PeriodAsked, years: readonly number[]): readonly Period[] {
  if (asked.kind !== 'years' || asked.span === null) return [];
  const { from, to } = asked.span;
  const all = Array.from({ length: to - from + 1 }, (_, after) => from + after);
  const without = all.filter((year) => !years.includes(year));
  return without.length === all.length ? [] : without.map(yearPeriod);
}

type Sided = Pick<SideOf<unknown>, 'agency' | 'period'>;

/** A side and the one it is best seen beside: an agency beside the first in one period, further periods beside the first. */
export function pairsOf<S extends Sided>(
  sides: readonly S[],
): readonly { readonly side: S; readonly base: S }[] {
  return sides.flatMap((side) => {
    const base = baseOf(side, sides);
    return base === undefined || base === side ? [] : [{ side, base }];
  });
}

function baseOf<S extends Sided>(side: S, sides: readonly S[]): S | undefined {
  const [first] = sides;
  if (first === undefined || side.agency.id === first.agency.id) return first;
  const ofFirst = sides.filter(({ agency }) => agency.id === first.agency.id);
  const own = sides.filter(({ agency }) => agency.id === side.agency.id);
  // Without a period in common each agency has as many sides, in the same order.
  return ofFirst.find((one) => isSameTime(one, side)) ?? ofFirst[own.indexOf(side)] ?? own[0];
}

function isSameTime({ period: a }: Sided, { period: b }: Sided): boolean {
  return a !== null && b !== null && periodKey(a) === periodKey(b);
}
