import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addWorkingDays, workingDaysBetween } from '../../src/calendar/working-days.ts';
import { anyDay } from './any-moment.ts';
import { calendar, day } from './viet-nam.ts';

describe('working days after a day', () => {
  test.each([
    ['2025-04-25', 0, '2025-04-25'],
    ['2025-04-25', 1, '2025-04-26'], // a Saturday that is worked for 2/5
    ['2025-04-25', 2, '2025-04-28'],
    ['2025-04-29', 1, '2025-05-05'], // 30/4 to 4/5 off
    ['2025-05-02', 0, '2025-05-05'], // off: the next working day
    ['2025-01-24', 1, '2025-02-03'], // over Tết
    ['2025-01-29', 3, '2025-02-05'], // from within Tết
    ['2025-02-03', -1, '2025-01-24'],
    ['2025-05-03', -2, '2025-04-28'],
    ['2026-11-20', 3, '2026-11-25'],
    ['2026-12-31', 1, '2027-01-04'],
  ])('%s %i → %s', (from, count, to) => {
    expect(addWorkingDays(day(from), count, calendar).toString()).toBe(to);
  });
});

describe('working days between days', () => {
  test.each([
    ['2025-04-25', '2025-04-25', 0],
    ['2025-04-25', '2025-04-28', 2],
    ['2025-04-29', '2025-05-04', 0],
    ['2025-04-29', '2025-05-05', 1],
    ['2025-05-04', '2025-05-05', 1],
    ['2025-01-24', '2025-02-07', 5],
    ['2025-02-07', '2025-01-24', -5],
    ['2022-12-31', '2023-12-31', 249],
    ['2023-12-31', '2025-12-31', 251 + 250],
  ])('%s to %s: %i', (from, to, days) => {
    expect(workingDaysBetween(day(from), day(to), calendar)).toBe(days);
  });
});

/** The plainest way to count. */
function walked(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  let days = 0;
  for (let one = from; Temporal.PlainDate.compare(one, to) < 0;) {
    one = one.add({ days: 1 });
    if (calendar.isWorkingDay(one)) days += 1;
  }
  return days;
}

test('counting agrees with walking from day to day', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(800), (from, days) => {
      const to = from.add({ days });
      expect(workingDaysBetween(from, to, calendar)).toBe(walked(from, to));
      expect(workingDaysBetween(to, from, calendar)).toBe(0 - walked(from, to));
    }),
  );
});

test('what is added lies between, and taking it away again comes back', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
      const later = addWorkingDays(from, count, calendar);
      expect(calendar.isWorkingDay(later)).toBe(true);
      expect(workingDaysBetween(from, later, calendar)).toBe(count);
      const workday = addWorkingDays(from, 0, calendar);
      const back = addWorkingDays(addWorkingDays(workday, count, calendar), -count, calendar);
      expect(back.toString()).toBe(workday.toString());
    }),
  );
});
