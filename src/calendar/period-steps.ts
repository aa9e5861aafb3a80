import type { Period } from './period.ts';
import {
  halfPeriod,
  monthPeriod,
  nineMonthsPeriod,
  quarterPeriod,
  rangePeriod,
  yearPeriod,
} from './periods.ts';

/**
 * The period of the same length just before: quarter 1 → quarter 4 of the year before, the first half → the second of
 * the year before. Null where there is none by nature: nine months and ranges.
 */
export function previousPeriod(period: Period): Period | null {
  switch (period.kind) {
    case 'year':
      return yearPeriod(period.year - 1);
    case 'half':
      return period.number === 1 ? halfPeriod(period.year - 1, 2) : halfPeriod(period.year, 1);
    case 'quarter':
      return previousQuarter(period.year, period.number);
    case 'month':
      return period.number === 1
        ? monthPeriod(period.year - 1, 12)
        : monthPeriod(period.year, period.number - 1);
    case 'nineMonths':
    case 'range':
      return null;
  }
}

/** The same period one year earlier (cùng kỳ năm trước); for a range the same days of the month. */
export function samePeriodLastYear(period: Period): Period {
  switch (period.kind) {
    case 'year':
      return yearPeriod(period.year - 1);
    case 'half':
      return halfPeriod(period.year - 1, period.number);
    case 'nineMonths':
      return nineMonthsPeriod(period.year - 1);
    case 'quarter':
      return quarterPeriod(period.year - 1, period.number);
    case 'month':
      return monthPeriod(period.year - 1, period.number);
    case 'range':
      return rangePeriod(period.from.subtract({ years: 1 }), period.to.subtract({ years: 1 }));
  }
}

function previousQuarter(year: number, number: 1 | 2 | 3 | 4): Period {
  switch (number) {
    case 1:
      return quarterPeriod(year - 1, 4);
    case 2:
      return quarterPeriod(year, 1);
    case 3:
      return quarterPeriod(year, 2);
    case 4:
      return quarterPeriod(year, 3);
  }
}
