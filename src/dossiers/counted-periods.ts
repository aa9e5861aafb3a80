import { isRunning } from '../calendar/period-order.ts';
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

/**
 * The periods whose dossiers are counted on a day: the running year, half and quarter, so that what they will end with can be
 * told before they do, and those that closed within a week.
 */
export function countedPeriods(today: Temporal.PlainDate): readonly Period[] {
  const year = reportingYearOf(today);
  const parts = [...halvesOf(year), ...quartersOf(year)];
  return [
    yearPeriod(year),
    ...parts.filter((period) => isRunning(period, today)),
    ...[year - 1, year].flatMap((one) => closingIn(one, today)),
  ];
}

function quartersOf(year: number): readonly Period[] {
  return ([1, 2, 3, 4] as const).map((number) => quarterPeriod(year, number));
}

function halvesOf(year: number): readonly Period[] {
  return ([1, 2] as const).map((number) => halfPeriod(year, number));
}

function closingIn(year: number, today: Temporal.PlainDate): readonly Period[] {
  const months = Array.from({ length: 12 }, (_, index) => monthPeriod(year, index + 1));
  const longer = [nineMonthsPeriod(year), yearPeriod(year)];
  return [...months, ...quartersOf(year), ...halvesOf(year), ...longer].filter(({ to }) => {
    const days = to.until(today).days;
    return days > 0 && days <= DAYS_AFTER;
  });
}
