import { type PeriodAsked, type PossiblePeriod, isImpossible } from '../calendar/period.ts';

const UNITS = {
  period: 'kỳ',
  month: 'tháng',
  quarter: 'quý',
  half: '6 tháng',
  year: 'năm',
  samePeriod: 'cùng kỳ năm',
} as const;

/** A period in words that read back to the same period. */
export function periodText(asked: PeriodAsked): string {
  return isImpossible(asked) ? asked.text : possibleText(asked);
}

function possibleText(asked: PossiblePeriod): string {
  switch (asked.kind) {
    case 'year':
      return `năm ${String(asked.year)}`;
    case 'half':
      return `6 tháng ${asked.number === 1 ? 'đầu' : 'cuối'} năm${yearText(asked)}`;
    case 'nineMonths':
      return `9 tháng đầu năm${yearText(asked)}`;
    case 'quarter':
      return `quý ${String(asked.number)}${partYear(asked)}`;
    case 'month':
      return `tháng ${String(asked.number)}${partYear(asked)}`;
    case 'range':
      return `từ ${dayText(asked.from)} đến ${dayText(asked.to)}`;
    case 'years':
      return yearsText(asked);
    case 'relative':
      return relativeText(asked);
  }
}

function relativeText(asked: Extract<PeriodAsked, { kind: 'relative' }>): string {
  return asked.unit === 'day' ? 'hôm qua' : `${UNITS[asked.unit]} ${relativeWord(asked)}`;
}

function yearsText({ span }: Extract<PeriodAsked, { kind: 'years' }>): string {
  if (span === null) return 'qua các năm';
  return `từ năm ${String(span.from)} đến năm ${String(span.to)}`;
}

type YearAsked = { readonly year: number | null; readonly yearOffset?: 0 | -1 };

function partYear(asked: YearAsked): string {
  const year = yearText(asked);
  return year === '' ? '' : ` năm${year}`;
}

function yearText({ year, yearOffset }: YearAsked): string {
  if (year !== null) return ` ${String(year)}`;
  if (yearOffset === undefined) return '';
  return yearOffset === 0 ? ' nay' : ' ngoái';
}

function relativeWord({ unit, offset }: Extract<PeriodAsked, { kind: 'relative' }>): string {
  if (offset === -1) return unit === 'half' ? 'vừa qua' : 'trước';
  return unit === 'year' ? 'nay' : 'này';
}

function dayText({ day, month, year }: Temporal.PlainDate): string {
  return `${String(day)}/${String(month)}/${String(year)}`;
}
