import { calendarPeriodOf } from '../calendar/calendar-period.ts';
import type { Period } from '../calendar/period.ts';
import { day } from './numbers.ts';

const ROMAN = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' } as const;
const ROMANS = Object.values(ROMAN);

/** "năm 2023", "6 tháng đầu năm 2023", "quý III/2023", "từ 01/02/2023 đến 14/09/2023". */
export function periodName(period: Period): string {
  switch (period.kind) {
    case 'year':
      return `năm ${String(period.year)}`;
    case 'half':
      return `6 tháng ${period.number === 1 ? 'đầu' : 'cuối'} năm ${String(period.year)}`;
    case 'nineMonths':
      return `9 tháng đầu năm ${String(period.year)}`;
    case 'quarter':
      return `quý ${ROMAN[period.number]}/${String(period.year)}`;
    case 'month':
      return `tháng ${String(period.number)}/${String(period.year)}`;
    case 'range':
      return calendarName(period) ?? rangeName(period);
  }
}

function rangeName(period: Days): string {
  return areYears(period)
    ? `giai đoạn ${yearsText(period)}`
    : `từ ${day(period.from)} đến ${day(period.to)}`;
}

/** "tháng 10/2026 dương lịch": from the 1st to the last, as the national portal counts; null for other days. */
function calendarName(days: Days): string | null {
  const period = calendarPeriodOf(days);
  if (period === null) return null;
  const year = String(period.year);
  switch (period.unit) {
    case 'month':
      return `tháng ${String(period.number)}/${year} dương lịch`;
    case 'quarter':
      return `quý ${ROMANS[period.number - 1] ?? ''}/${year} dương lịch`;
    case 'year':
      return `năm ${year} dương lịch`;
  }
}

type Days = Pick<Period, 'from' | 'to'>;

/** Whole reporting years, 15/12 to 14/12. */
function areYears({ from, to }: Days): boolean {
  return from.month === 12 && from.day === 15 && to.month === 12 && to.day === 14;
}

function yearsText({ from, to }: Days): string {
  return `${String(from.year + 1)}–${String(to.year)}`;
}

/** The name with its days: "năm 2023 (15/12/2022–14/12/2023)". */
export function periodWithDays(period: Period): string {
  if (period.kind === 'range' && calendarName(period) === null) return periodName(period);
  return `${periodName(period)} (${day(period.from)}–${day(period.to)})`;
}

/** As short as a chart's axis needs: "2023", "6T/2023", "Q3/2023". */
export function shortPeriodName(period: Period): string {
  switch (period.kind) {
    case 'year':
      return String(period.year);
    case 'half':
      return period.number === 1
        ? `6T đầu ${String(period.year)}`
        : `6T cuối ${String(period.year)}`;
    case 'nineMonths':
      return `9T/${String(period.year)}`;
    case 'quarter':
      return `Q${String(period.number)}/${String(period.year)}`;
    case 'month':
      return `T${String(period.number)}/${String(period.year)}`;
    case 'range':
      return shortCalendarName(period) ?? `${day(period.from)}–${day(period.to)}`;
  }
}

/** "T10/2026 DL". */
function shortCalendarName(days: Days): string | null {
  const period = calendarPeriodOf(days);
  if (period === null) return null;
  const { unit, number, year } = period;
  if (unit === 'year') return `${String(year)} DL`;
  return `${unit === 'month' ? 'T' : 'Q'}${String(number)}/${String(year)} DL`;
}
