import { monthsPeriod } from '../periods.ts';
import { askedDays } from './asked.ts';
import { isDay } from './date-rules.ts';
import {
  type DateMeant,
  meantMonths,
  type MonthsMeant,
  problem,
  type Settled,
  type YearSaid,
} from './hit.ts';

/** A day by itself: a range of one day. */
export function oneDay({ day, month, year }: DateMeant): Settled {
  if (year === null) return problem('yearNeeded');
  const date = Temporal.PlainDate.from({ year, month, day });
  return askedDays(date, date);
}

/** "Đến ngày 14/6/2023": from where the reporting year begins, as reports count; null without a year. */
export function yearUpTo({ day, month, year }: DateMeant): Settled | null {
  if (year === null) return null;
  const from = Temporal.PlainDate.from({ year: year - 1, month: 12, day: 15 });
  return askedDays(from, Temporal.PlainDate.from({ year, month, day }));
}

/** From one day to another. Null when both may as well be fractions: "3/4 - 5/6". */
export function joinedDates(a: DateMeant, b: DateMeant, saidFrom: boolean): Settled | null {
  const turnsYear = a.month > b.month || (a.month === b.month && a.day > b.day);
  const years = yearsOfEnds(a.year, b.year, turnsYear);
  if (years === null) return a.weak && b.weak && !saidFrom ? null : problem('yearNeeded');
  if (!isDay(years.from, a.month, a.day) || !isDay(years.to, b.month, b.day)) {
    return problem('noSuchDay');
  }
  return askedDays(
    Temporal.PlainDate.from({ year: years.from, month: a.month, day: a.day }),
    Temporal.PlainDate.from({ year: years.to, month: b.month, day: b.day }),
  );
}

/** From one month or quarter to another. */
export function joinedMonths(a: MonthsMeant, b: MonthsMeant): MonthsMeant | Settled {
  const turnsYear = a.months.first > b.months.last;
  if (!turnsYear && (a.year === null || b.year === null)) {
    return meantMonths(a.months.first, b.months.last, { year: a.year ?? b.year, unit: 'part' });
  }
  // "năm ngoái" is known only with today's date, which reading does not have.
  if (a.year?.kind === 'offset' || b.year?.kind === 'offset') return problem('yearNeeded');
  const years = yearsOfEnds(numberOf(a.year), numberOf(b.year), turnsYear);
  if (years === null) return problem('yearNeeded');
  return askedDays(monthsPeriod(years.from, a.months).from, monthsPeriod(years.to, b.months).to);
}

/**
 * The years of both ends when at most one was said. What runs backwards within a year turns it: "15/12 đến
 * 14/6/2023" begins in 2022.
 */
function yearsOfEnds(from: number | null, to: number | null, turnsYear: boolean) {
  const turn = turnsYear ? 1 : 0;
  if (from !== null) return { from, to: to ?? from + turn };
  return to === null ? null : { from: to - turn, to };
}

/** The year if it was said as a number. */
export function numberOf(year: YearSaid): number | null {
  return year?.kind === 'number' ? year.year : null;
}
