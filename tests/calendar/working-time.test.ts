import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { workingTimeBetween } from '../../src/calendar/working-time.ts';
import { ZONE } from '../../src/clock.ts';
import { anyDay, anyMoment } from './any-moment.ts';
import { at, calendar } from './viet-nam.ts';

const DAY = 7 * 60 + 30;

test.each([
  ['within the morning', '2025-04-28T08:00', '2025-04-28T10:15', 135],
  ['over noon', '2025-04-28T11:00', '2025-04-28T14:00', 60],
  ['at noon', '2025-04-28T11:30', '2025-04-28T13:30', 0],
  ['a whole day, from before to after office hours', '2025-04-28T06:00', '2025-04-28T23:59', DAY],
  ['over night', '2025-04-28T16:30', '2025-04-29T08:00', 60],
  ['over a long weekend', '2025-04-29T16:30', '2025-05-05T08:00', 60],
  ['a Saturday that is worked', '2025-04-26T00:00', '2025-04-27T00:00', DAY],
  ['within days off', '2025-05-02T08:00', '2025-05-04T17:00', 0],
  ['over Tết', '2025-01-24T13:30', '2025-02-03T11:30', 210 + 240],
  ['seconds that make no minute', '2025-04-28T08:00:31', '2025-04-28T08:02:30', 1],
  ['backwards', '2025-04-28T10:00', '2025-04-28T08:00', 0],
])('minutes of office time %s', (_, from, to, minutes) => {
  expect(workingTimeBetween({ from: at(from), to: at(to) }, calendar)).toBe(minutes);
});

/** Minutes of a day in which offices are open, each looked at. */
const OPEN = Array.from({ length: 24 * 60 }, (_, minute) => {
  const time = new Temporal.PlainTime(Math.floor(minute / 60), minute % 60);
  return calendar.officeHours.some(
    ({ from, to }) =>
      Temporal.PlainTime.compare(from, time) <= 0 && Temporal.PlainTime.compare(time, to) < 0,
  );
});

/** The plainest way to count: from minute to minute. */
function walked(from: Temporal.PlainDate, first: number, length: number): number {
  let counted = 0;
  for (let minute = first; minute < first + length; minute += 1) {
    const inDay = minute % OPEN.length;
    if (
      OPEN[inDay] === true &&
      calendar.isWorkingDay(from.add({ days: (minute - inDay) / OPEN.length }))
    ) {
      counted += 1;
    }
  }
  return counted;
}

test('counting agrees with walking from minute to minute', () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.nat(OPEN.length - 1),
      fc.nat(8 * OPEN.length),
      (start, first, length) => {
        const from = start.toZonedDateTime(ZONE).toInstant().add({ minutes: first });
        const to = from.add({ minutes: length });
        expect(workingTimeBetween({ from, to }, calendar)).toBe(walked(start, first, length));
      },
    ),
    { numRuns: 60 },
  );
});

test('a moment between parts the time, but for the minute it cuts', () => {
  fc.assert(
    fc.property(anyMoment, fc.nat(9e6), fc.nat(9e6), (from, first, second) => {
      const middle = from.add({ seconds: first });
      const to = middle.add({ seconds: second });
      const parts =
        workingTimeBetween({ from, to: middle }, calendar) +
        workingTimeBetween({ from: middle, to }, calendar);
      const whole = workingTimeBetween({ from, to }, calendar);
      expect(whole - parts).toBeGreaterThanOrEqual(0);
      expect(whole - parts).toBeLessThanOrEqual(1);
    }),
  );
});
