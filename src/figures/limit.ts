import type { Level } from '../agencies/agency.ts';
import { compareWithPercent, exactOf, type KnownRate } from './fraction.ts';
import type { Metric } from './metric.ts';

/** Where a limit or a target is ordered, as it is cited. */
export type Ordered = {
  /** "Quyết định 807/QĐ-UBND". */
  readonly source: string;
  readonly issuedOn: Temporal.PlainDate | null;
  /** Where in it, or where it is reported. */
  readonly place: string;
  /** First and last reporting year it holds for; null = no bound. */
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  /** Levels it holds for; null = all. */
  readonly levels: readonly Level[] | null;
};

/** What a limit is about: a metric of an agency, or something of its own that no metric of an agency may be held against. */
export type LimitSubject = Metric | 'personalOverdue' | 'qualityScore';

/** One side of a value: "dưới 1%" is `below` 100, "từ 1% trở lên" `above` 100 and inclusive. */
export type Bound = {
  /** Hundredths of a percent, or of a point for a score, or of a place. */
  readonly threshold: number;
  /** The side on which the value has to be. */
  readonly side: 'below' | 'above';
  /** Whether the threshold itself still keeps the limit. */
  readonly inclusive: boolean;
};

/**
 * The values asked for: those that keep every bound. The bounds of a `number` are whole dossiers.
 */
export type Sieve = { readonly of: 'rate' | 'number'; readonly bounds: readonly Bound[] };

/** A value that must not be reached: "dưới 1%" is `below` 100, and 1,00% breaks it. */
export type Limit = Ordered &
  Bound & {
    readonly id: string;
    readonly subject: LimitSubject;
    /** What is refused to whoever breaks it: an agency the grade "tốt", an official "hoàn thành tốt nhiệm vụ". */
    readonly bars: Barred | null;
  };

/** A limit about one of these subjects. */
export type LimitOn<S extends LimitSubject> = Limit & { readonly subject: S };

/** See `Limit.bars`. */
type Barred = 'goodGrade' | 'goodRating';

/**
 * A share to be reached. `from` and `to` are the two numbers of the decision, equal where it has one; what the two stand
 * for is not stated in 2023 (domain.md section 6).
 */
export type Target = Ordered & {
  readonly id: string;
  readonly metric: Metric;
  /** Hundredths of a percent. */
  readonly from: number;
  readonly to: number;
};

/** Whether a limit is about this subject. */
export function isOn<S extends LimitSubject>(limit: Limit, subject: S): limit is LimitOn<S> {
  return limit.subject === subject;
}

/** Whether a limit or target holds in a reporting year. */
export function holdsIn({ firstYear, lastYear }: Ordered, year: number): boolean {
  return (firstYear ?? year) <= year && year <= (lastYear ?? year);
}

/** Whether a rate keeps a limit: told by its exact counts where they are known, else as printed. */
export function isKept({ threshold, side, inclusive }: Bound, rate: KnownRate): boolean {
  const comparison = compareWithPercent(exactOf(rate), threshold);
  if (comparison === 0) return inclusive;
  return side === 'below' ? comparison < 0 : comparison > 0;
}

/** Whether a number of dossiers is on the side of a bound. */
export function isNumberKept({ threshold, side, inclusive }: Bound, number: number): boolean {
  if (number === threshold) return inclusive;
  return side === 'below' ? number < threshold : number > threshold;
}

/** The other side: every rate keeps a bound or its opposite, and none keeps both. */
export function oppositeOf({ threshold, side, inclusive }: Bound): Bound {
  return { threshold, side: side === 'below' ? 'above' : 'below', inclusive: !inclusive };
}

/** What a rate says about a target. */
export type Verdict = 'missed' | 'met' | 'exceeded';

/** A rate within the two numbers of a target meets it; only one with two of them can be exceeded, at the upper one. */
export function verdictOn({ from, to }: Pick<Target, 'from' | 'to'>, rate: KnownRate): Verdict {
  const exact = exactOf(rate);
  if (compareWithPercent(exact, from) < 0) return 'missed';
  return from < to && compareWithPercent(exact, to) >= 0 ? 'exceeded' : 'met';
}
