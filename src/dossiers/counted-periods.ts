import type { Period } from '../calendar/period.ts';
import {
  halfPeriod,
  monthPeriod,
  nineMonthsPeriod,
  quarterPeriod,
  reportingYearOf,
  yearPeriod,
} from '../calendar/periods.ts';

/** Dossiers of a period are still entered late: it is counted anew for some days after it closed. */
const DAYS_AFTER = 7;

/** The periods whose dossiers are counted on a day: the running year, and those that closed within a week. */
export function countedPeriods(today: Temporal.PlainDate): readonly Period[] {
  const year = reportingYearOf(today);
  return [yearPeriod(year), ...[year - 1, year].flatMap((one) => closingIn(one, today))];
}

function closingIn(year: number, today: Temporal.PlainDate): readonly Period[] {
  const months = Array.from({ length: 12 }, (_, index) => monthPeriod(year, index + 1));
  const quarters = ([1, 2, 3, 4] as const).map((number) => quarterPeriod(year, number));
  const halves = ([1, 2] as const).map((number) => halfPeriod(year, number));
  return [...months, ...quarters, ...halves, nineMonthsPeriod(year), yearPeriod(year)].filter(
    ({ to }) => {
      const days = to.until(today).days;
      return days > 0 && days <= DAYS_AFTER;
    },
  );
}
