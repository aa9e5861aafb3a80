import { type Period, PeriodKey } from './period.ts';

/** Months of a reporting year, 1 to 12; month 1 begins on 15/12 of the year before. */
export type Months = { readonly first: number; readonly last: number };

/** Months a named period covers; whatever is not here is a `range`. */
const HALVES = { 1: { first: 1, last: 6 }, 2: { first: 7, last: 12 } } as const;
const QUARTERS = {
  1: { first: 1, last: 3 },
  2: { first: 4, last: 6 },
  3: { first: 7, last: 9 },
  4: { first: 10, last: 12 },
} as const;

/** 15/12/(year-1) to 14/12/year. */
export function yearPeriod(year: number): Period {
  return { kind: 'year', year, ...daysOf(year, { first: 1, last: 12 }) };
}

/** The first (to 14/6) or second (15/6 to 14/12) six months. */
export function halfPeriod(year: number, number: 1 | 2): Period {
  return { kind: 'half', year, number, ...daysOf(year, HALVES[number]) };
}

/** 15/12/(year-1) to 14/9/year. */
export function nineMonthsPeriod(year: number): Period {
  return { kind: 'nineMonths', year, ...daysOf(year, { first: 1, last: 9 }) };
}

/** Quarter 3 is 15/6 to 14/9. */
export function quarterPeriod(year: number, number: 1 | 2 | 3 | 4): Period {
  return { kind: 'quarter', year, number, ...daysOf(year, QUARTERS[number]) };
}

/** The 15th of the month before to the 14th of month `number` (1 to 12; RangeError for anything else). */
export function monthPeriod(year: number, number: number): Period {
  if (!Number.isInteger(number) || number < 1 || number > 12) {
    throw new RangeError(`no month ${String(number)}`);
  }
  return { kind: 'month', year, number, ...daysOf(year, { first: number, last: number }) };
}

/**
 * Any days `from`..`to`. Days that are those of a named period give that period, so that "15/6 to 14/9/2023" and
 * "quarter 3 of 2023" are one thing. RangeError when `to` lies before `from`.
 */
export function rangePeriod(from: Temporal.PlainDate, to: Temporal.PlainDate): Period {
  if (Temporal.PlainDate.compare(from, to) > 0) {
    throw new RangeError(`${from.toString()} is after ${to.toString()}`);
  }
  const year = reportingYearOf(to);
  if (from.day === 15 && to.day === 14 && reportingYearOf(from) === year) {
    return monthsPeriod(year, { first: reportingMonthOf(from), last: to.month });
  }
  return { kind: 'range', from, to };
}

/** The period of some successive months of one reporting year, named where it has a name. */
export function monthsPeriod(year: number, { first, last }: Months): Period {
  if (first === last) return monthPeriod(year, first);
  switch (`${String(first)}-${String(last)}`) {
    case '1-12':
      return yearPeriod(year);
    case '1-9':
      return nineMonthsPeriod(year);
    case '1-6':
      return halfPeriod(year, 1);
    case '7-12':
      return halfPeriod(year, 2);
    case '1-3':
      return quarterPeriod(year, 1);
    case '4-6':
      return quarterPeriod(year, 2);
    case '7-9':
      return quarterPeriod(year, 3);
    case '10-12':
      return quarterPeriod(year, 4);
    default:
      return { kind: 'range', ...daysOf(year, { first, last }) };
  }
}

/** The reporting year a day belongs to: 15/12/2022 is in 2023. */
export function reportingYearOf(day: Temporal.PlainDate): number {
  return day.month === 12 && day.day >= 15 ? day.year + 1 : day.year;
}

/** The reporting month (1 to 12) a day belongs to: 15/6 is in month 7. */
export function reportingMonthOf(day: Temporal.PlainDate): number {
  return day.day >= 15 ? (day.month % 12) + 1 : day.month;
}

/** The canonical text of a period, as kept in the store. */
export function periodKey(period: Period): PeriodKey {
  return PeriodKey.parse(keyText(period));
}

/** The period a key stands for. RangeError for a key of impossible days ("2023-02-30..2023-03-14"). */
export function parsePeriodKey(key: PeriodKey): Period {
  const [from, to] = key.split('..');
  if (from !== undefined && to !== undefined) {
    return rangePeriod(Temporal.PlainDate.from(from), Temporal.PlainDate.from(to));
  }
  const year = Number(key.slice(0, 4));
  const unit = key.slice(5, 6);
  const number = Number(key.slice(6));
  if (unit === 'Q') return monthsPeriod(year, { first: number * 3 - 2, last: number * 3 });
  if (unit === 'H') return monthsPeriod(year, { first: number * 6 - 5, last: number * 6 });
  if (unit === 'M') return monthPeriod(year, number);
  return unit === '9' ? nineMonthsPeriod(year) : yearPeriod(year);
}

function keyText(period: Period): string {
  if (period.kind === 'range') return `${period.from.toString()}..${period.to.toString()}`;
  const year = String(period.year).padStart(4, '0');
  switch (period.kind) {
    case 'year':
      return year;
    case 'half':
      return `${year}-H${String(period.number)}`;
    case 'nineMonths':
      return `${year}-9M`;
    case 'quarter':
      return `${year}-Q${String(period.number)}`;
    case 'month':
      return `${year}-M${String(period.number).padStart(2, '0')}`;
  }
}

function daysOf(year: number, { first, last }: Months) {
  const from = Temporal.PlainDate.from({ year, month: first, day: 15 }).subtract({ months: 1 });
  return { from, to: Temporal.PlainDate.from({ year, month: last, day: 14 }) };
}
