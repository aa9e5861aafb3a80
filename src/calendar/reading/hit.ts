import type { PeriodProblem, PossiblePeriod } from '../period.ts';
import type { Months } from '../periods.ts';

/** The year as said: a number, "năm nay" (0) or "năm ngoái" (-1), or nothing. */
export type YearSaid =
  | { readonly kind: 'number'; readonly year: number }
  | { readonly kind: 'offset'; readonly offset: 0 | -1 }
  | null;

/** Whole months of a reporting year: every named period is some. `unit` is what the person counted in. */
export type MonthsMeant = {
  readonly kind: 'months';
  readonly months: Months;
  readonly year: YearSaid;
  readonly unit: 'month' | 'quarter' | 'part' | 'year';
  /** A mere number ("2023") without the word for year. */
  readonly bare: boolean;
};

/** One day, half of a range. Without a year and without the word for day it may be a fraction: `weak`. */
export type DateMeant = {
  readonly kind: 'date';
  readonly day: number;
  readonly month: number;
  readonly year: number | null;
  readonly weak: boolean;
};

/** A meaning nothing beside it can change any more. */
export type Settled =
  | { readonly kind: 'asked'; readonly asked: PossiblePeriod }
  | { readonly kind: 'problem'; readonly problem: PeriodProblem };

/** What a run of words means, before neighbours are joined ("quý 2 và quý 3 năm 2023"). */
export type Meaning = MonthsMeant | DateMeant | Settled;

/** A meaning and where its words stand. */
export type Hit<M extends Meaning = Meaning> = {
  readonly start: number;
  /** Where it starts if an unmarked first word ("nam", "thang") is the end of a name before it. */
  readonly surelyFrom: number;
  readonly end: number;
  readonly meaning: M;
};

/** The meaning of words that cannot be. */
export function problem(code: PeriodProblem): Settled {
  return { kind: 'problem', problem: code };
}

/** Whole months, given in a unit. */
export function meantMonths(
  first: number,
  last: number,
  rest: Pick<MonthsMeant, 'year' | 'unit'>,
): MonthsMeant {
  return { kind: 'months', months: { first, last }, bare: false, ...rest };
}
