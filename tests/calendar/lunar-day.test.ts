import { expect, test } from 'vitest';

import { lunarDayIn } from '../../src/calendar/lunar-day.ts';
import { calendar, day } from './viet-nam.ts';

test.each([
  [2023, '2023-01-22', '2023-04-29'],
  [2024, '2024-02-10', '2024-04-18'],
  [2025, '2025-01-29', '2025-04-07'],
  [2026, '2026-02-17', '2026-04-26'],
  [2027, '2027-02-06', '2027-04-16'],
])('Tết and Giỗ Tổ of %i fall on the published days', (year, newYear, ancestors) => {
  expect(lunarDayIn(year, { month: 1, day: 1 }).toString()).toBe(newYear);
  expect(lunarDayIn(year, { month: 3, day: 10 }).toString()).toBe(ancestors);
});

test('where Viet Nam begins the year a day before China, the calendar of Viet Nam is followed', () => {
  expect(lunarDayIn(2030, { month: 1, day: 1 }).toString()).toBe('2030-02-03');
  // 2/2/2030 is a Saturday: two days before it and two after, and two more for the weekend.
  const off = ['2030-01-31', '2030-02-01', '2030-02-04', '2030-02-05', '2030-02-06'];
  expect(off.map((text) => calendar.holidayOn(day(text)))).toEqual(off.map(() => 'Tết Nguyên đán'));
  expect(calendar.isWorkingDay(day('2030-01-30'))).toBe(true);
  expect(calendar.isWorkingDay(day('2030-02-07'))).toBe(true);
});
