import type { Period } from '../../calendar/period.ts';
import { monthsPeriod } from '../../calendar/periods.ts';
import type { Months } from '../../calendar/periods.ts';
import { bare } from '../../vietnamese/fold.ts';
import { textOf } from '../table.ts';

/** A way headings name a period; its last group is the year, the first says which months. */
type Naming = { readonly pattern: RegExp; readonly months: (which: string) => Months };

const ROMAN = ['i', 'ii', 'iii', 'iv'];

/** The narrower first: "quý III năm 2023" also contains "năm 2023". */
const NAMINGS: readonly Naming[] = [
  { pattern: /quy (iv|i{1,3}|0?[1-4]) ?(?:\/|nam )?(\d{4})/u, months: quarterMonths },
  {
    pattern: /(0?[69]) thang (?:dau )?nam (\d{4})/u,
    months: (count) => ({ first: 1, last: Number(count) }),
  },
  { pattern: /(0?6) thang cuoi nam (\d{4})/u, months: () => ({ first: 7, last: 12 }) },
  { pattern: /thang (0?[1-9]|1[0-2]) ?(?:\/|nam )(\d{4})/u, months: oneMonth },
  { pattern: /(nam) (\d{4})/u, months: () => ({ first: 1, last: 12 }) },
];

/** "ngày 26 tháng 02 năm 2024" names a day, not a month or a year. */
const DATE = /ngay \d{1,2} thang \d{1,2} nam \d{4}/gu;

/**
 * The period a heading names: "Quý III năm 2023", "Tháng 10 năm 2023", "6 tháng đầu năm 2023", "năm 2023". Stricter
 * than the dialogue, which also guesses; null when there is none.
 */
export function namedPeriod(line: string): Period | null {
  const text = bare(textOf(line)).replace(DATE, '');
  for (const { pattern, months } of NAMINGS) {
    const [, which, year] = pattern.exec(text) ?? [];
    if (which !== undefined && year !== undefined) return monthsPeriod(Number(year), months(which));
  }
  return null;
}

function quarterMonths(text: string): Months {
  const number = ROMAN.indexOf(text) + 1 || Number(text);
  return { first: number * 3 - 2, last: number * 3 };
}

function oneMonth(text: string): Months {
  return { first: Number(text), last: Number(text) };
}
