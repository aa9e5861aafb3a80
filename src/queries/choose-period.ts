import { comparePeriods } from '../calendar/period-order.ts';
import type { Period, PeriodAsked, PeriodKey } from '../calendar/period.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import { resolvePeriod } from '../calendar/resolve-period.ts';

/** The period an answer is about, or what was asked for in vain and what there is instead. */
export type PeriodChoice =
  | { readonly kind: 'chosen'; readonly key: PeriodKey; readonly period: Period }
  | {
      readonly kind: 'none';
      readonly asked: Period | null;
      readonly available: readonly Period[];
    };

/**
 * Chooses among the periods that have figures: the one asked for, or the latest when none was. Of two that end on
 * the same day the longer one is preferred (the year over its fourth quarter). "Quý 3" without a year means the
 * newest third quarter that has figures.
 */
export function choosePeriod(
  keys: readonly PeriodKey[],
  asked: PeriodAsked | null,
  today: Temporal.PlainDate,
): PeriodChoice {
  const available = [...new Set(keys)]
    .map((key) => ({ key, period: parsePeriodKey(key) }))
    .sort(newestFirst);
  const newest = available[0];
  if (asked === null && newest !== undefined) return { kind: 'chosen', ...newest };
  if (asked === null) return { kind: 'none', asked: null, available: [] };
  const wanted = (year: number) =>
    resolvePeriod(asked, {
      today,
      year,
      ...(newest === undefined ? {} : { current: newest.period }),
    });
  const match = available.find(
    ({ period }) => comparePeriods(period, wanted(period.to.year)) === 0,
  );
  if (match !== undefined) return { kind: 'chosen', ...match };
  return {
    kind: 'none',
    asked: wanted(newest?.period.to.year ?? today.year),
    available: available.map(({ period }) => period),
  };
}

type Keyed = { readonly key: PeriodKey; readonly period: Period };

/** Of two that end on the same day the longer one comes first. */
function newestFirst(a: Keyed, b: Keyed): number {
  return (
    Temporal.PlainDate.compare(b.period.to, a.period.to) ||
    Temporal.PlainDate.compare(a.period.from, b.period.from)
  );
}

/** A known period as if it had been asked for. */
export function askedFor(period: Period): PeriodAsked {
  return { kind: 'range', from: period.from, to: period.to };
}
