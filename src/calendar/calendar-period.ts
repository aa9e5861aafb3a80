import type { Period, PeriodAsked } from './period.ts';
import { rangePeriod } from './periods.ts';

/** How long a period of the calendar is. */
export type CalendarUnit = 'month' | 'quarter' | 'year';

/**
 * A month, quarter or year as the calendar has it, from the 1st to the last: what the national portal counts in
 * (domain.md 11). As a `Period` it is a range of days, which is like no period that runs from the 15th to the 14th.
 */
export type CalendarPeriod = {
  readonly unit: CalendarUnit;
  readonly year: number;
  /** The month or quarter; 1 for a year. */
  readonly number: number;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
};

const MONTHS_IN = { month: 1, quarter: 3, year: 12 } as const satisfies Record<
  CalendarUnit,
  number
>;

/** The unit a day lies in: 2026-11-21 is in month 11, quarter 4. */
export function calendarPeriodOn(unit: CalendarUnit, day: Temporal.PlainDate): CalendarPeriod {
  const length = MONTHS_IN[unit];
  const number = Math.floor((day.month - 1) / length) + 1;
  const from = day.with({ month: (number - 1) * length + 1, day: 1 });
  const to = from.add({ months: length }).subtract({ days: 1 });
  return { unit, year: day.year, number, from, to };
}

/** The one just before, of the same length. */
export function calendarPeriodBefore({ unit, from }: CalendarPeriod): CalendarPeriod {
  return calendarPeriodOn(unit, from.subtract({ days: 1 }));
}

/** As it is kept in the store. */
export function asPeriod({ from, to }: CalendarPeriod): Period {
  return rangePeriod(from, to);
}

/** The calendar's name for days, if they are exactly such a period; null for all others. */
export function calendarPeriodOf({ from, to }: Pick<Period, 'from' | 'to'>): CalendarPeriod | null {
  for (const unit of ['month', 'quarter', 'year'] as const) {
    const period = calendarPeriodOn(unit, from);
    if (period.from.equals(from) && period.to.equals(to)) return period;
  }
  return null;
}

/** What is needed to read an asked period as one of the calendar. */
export type CalendarContext = {
  readonly today: Temporal.PlainDate;
  /** "Kỳ này": the newest there are figures for. */
  readonly current: CalendarPeriod;
};

/**
 * The period of the calendar that is meant where only such are counted: "tháng 10" is 01/10 to 31/10. Null where there
 * is none: half years, nine months, several years, days that are no whole period.
 */
export function calendarPeriodAsked(
  asked: PeriodAsked,
  { today, current }: CalendarContext,
): CalendarPeriod | null {
  switch (asked.kind) {
    case 'year':
      return numbered('year', { year: asked.year, number: 1 });
    case 'quarter':
    case 'month':
      return numbered(asked.kind, {
        year: yearOf(asked, { today, current }),
        number: asked.number,
      });
    case 'range':
      return calendarPeriodOf(asked);
    case 'relative':
      return relative(asked, { today, current });
    case 'half':
    case 'nineMonths':
    case 'years':
    case 'impossible':
      return null;
  }
}

type YearSaid = { readonly year: number | null; readonly yearOffset?: 0 | -1 };

function yearOf({ year, yearOffset }: YearSaid, { today, current }: CalendarContext): number {
  if (yearOffset !== undefined) return today.year + yearOffset;
  return year ?? current.year;
}

function numbered(
  unit: CalendarUnit,
  { year, number }: { readonly year: number; readonly number: number },
): CalendarPeriod {
  const month = (number - 1) * MONTHS_IN[unit] + 1;
  return calendarPeriodOn(unit, Temporal.PlainDate.from({ year, month, day: 1 }));
}

function relative(
  { unit, offset }: Extract<PeriodAsked, { kind: 'relative' }>,
  { today, current }: CalendarContext,
): CalendarPeriod | null {
  if (unit === 'half' || unit === 'day') return null;
  if (unit === 'samePeriod') return numbered(current.unit, { ...current, year: current.year - 1 });
  const running = unit === 'period' ? current : calendarPeriodOn(unit, today);
  return offset === 0 ? running : calendarPeriodBefore(running);
}
