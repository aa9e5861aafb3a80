import {
  asPeriod,
  type CalendarPeriod,
  calendarPeriodAsked,
  calendarPeriodBefore,
  calendarPeriodOf,
  calendarPeriodOn,
} from '../calendar/calendar-period.ts';
import { type MeantPeriod, type PeriodAsked, isImpossible } from '../calendar/period.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import { resolvePeriod } from '../calendar/resolve-period.ts';
import type { StatementReading } from '../snapshots/store.ts';

/** The periods of the calendar there are figures for: months first, each kind newest first. */
export function indexPeriods(readings: readonly StatementReading[]): readonly CalendarPeriod[] {
  const keys = [...new Set(readings.map(({ snapshot }) => snapshot.period))];
  const periods = keys.flatMap((key) => calendarPeriodOf(parsePeriodKey(key)) ?? []);
  const order = ['month', 'quarter', 'year'];
  return periods.toSorted(
    (a, b) =>
      order.indexOf(a.unit) - order.indexOf(b.unit) || Temporal.PlainDate.compare(b.to, a.to),
  );
}

/** The one asked for, or the first; null if there is none such. */
export function chooseIndexPeriod(
  periods: readonly CalendarPeriod[],
  asked: PeriodAsked | null,
  today: Temporal.PlainDate,
): CalendarPeriod | null {
  const [current = null] = periods;
  if (current === null || asked === null) return current;
  const wanted = calendarPeriodAsked(asked, { today, current });
  if (wanted === null) return null;
  return periods.find((one) => isSame(one, wanted)) ?? null;
}

function isSame(a: CalendarPeriod, b: CalendarPeriod): boolean {
  return a.from.equals(b.from) && a.to.equals(b.to);
}

/** What was asked for in vain, as it would have been found. */
export function indexPeriodMeant(
  asked: PeriodAsked,
  periods: readonly CalendarPeriod[],
  today: Temporal.PlainDate,
): MeantPeriod {
  if (isImpossible(asked)) return asked;
  const current = periods[0] ?? calendarPeriodBefore(calendarPeriodOn('month', today));
  const wanted = calendarPeriodAsked(asked, { today, current });
  return wanted === null ? resolvePeriod(asked, { today, year: today.year }) : asPeriod(wanted);
}
