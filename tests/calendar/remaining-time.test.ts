import { describe, expect, test } from 'vitest';

import { endOfDay } from '../../src/calendar/due-bounds.ts';
import { type Remaining, remainingTime } from '../../src/calendar/remaining-time.ts';
import { at, calendar, day } from './viet-nam.ts';

/** "overdue 2", "today 450", "ahead 3". */
const told = (remaining: Remaining) =>
  remaining.kind === 'today'
    ? `today ${String(remaining.officeMinutes)}`
    : `${remaining.kind} ${String(remaining.workingDays)}`;

describe('a deadline at the end of a day', () => {
  test.each([
    // Friday 20/11/2026, an ordinary week
    ['2026-11-20', '2026-11-20T07:00', 'today 450'],
    ['2026-11-20', '2026-11-20T12:00', 'today 210'],
    ['2026-11-20', '2026-11-20T18:00', 'today 0'],
    ['2026-11-20', '2026-11-19T18:00', 'ahead 1'],
    ['2026-11-20', '2026-11-17T08:00', 'ahead 3'],
    ['2026-11-20', '2026-11-21T08:00', 'overdue 0'],
    ['2026-11-20', '2026-11-23T07:00', 'overdue 1'],
    ['2026-11-20', '2026-11-24T07:00', 'overdue 2'],
    // seen on a weekend: Monday is one working day away
    ['2026-11-23', '2026-11-21T09:00', 'ahead 1'],
    ['2026-11-23', '2026-11-22T23:59', 'ahead 1'],
    ['2026-11-23', '2026-11-23T00:00', 'today 450'],
    // due on a day off: the Friday before is the last day on which anybody works on it
    ['2026-11-22', '2026-11-20T08:00', 'today 420'],
    ['2026-11-22', '2026-11-21T08:00', 'today 0'],
    ['2026-11-22', '2026-11-19T08:00', 'ahead 1'],
    ['2026-11-22', '2026-11-23T08:00', 'overdue 1'],
    // Saturday 26/4/2025 is worked for Friday 2/5/2025
    ['2025-04-26', '2025-04-25T08:00', 'ahead 1'],
    ['2025-04-26', '2025-04-26T08:00', 'today 420'],
    ['2025-04-28', '2025-04-25T08:00', 'ahead 2'],
    ['2025-05-02', '2025-04-29T08:00', 'today 420'],
    ['2025-05-05', '2025-04-29T08:00', 'ahead 1'],
    ['2025-05-05', '2025-05-02T08:00', 'ahead 1'],
    ['2025-04-29', '2025-05-04T08:00', 'overdue 0'],
    ['2025-04-29', '2025-05-05T08:00', 'overdue 1'],
    // over Tết 25/1 to 2/2/2025
    ['2025-02-03', '2025-01-24T16:00', 'ahead 1'],
    ['2025-02-05', '2025-01-24T16:00', 'ahead 3'],
    ['2025-01-29', '2025-01-24T16:00', 'today 60'],
    ['2025-01-23', '2025-02-03T07:00', 'overdue 2'],
  ])('due on %s, seen %s: %s', (due, now, remaining) => {
    expect(told(remainingTime(endOfDay(day(due)), at(now), calendar))).toBe(remaining);
  });
});

describe('a deadline at an hour', () => {
  test.each([
    ['2026-11-20T10:00', '2026-11-20T08:00', 'today 120'],
    ['2026-11-20T10:00', '2026-11-20T10:00', 'today 0'],
    ['2026-11-20T10:00', '2026-11-20T10:01', 'overdue 0'],
    ['2026-11-20T10:00', '2026-11-19T16:00', 'ahead 1'],
    ['2026-11-23T09:00', '2026-11-21T16:00', 'ahead 1'],
    ['2026-11-20T17:00', '2026-11-20T07:00', 'today 450'],
    ['2026-11-20T06:00', '2026-11-20T05:00', 'today 0'],
  ])('due %s, seen %s: %s', (due, now, remaining) => {
    expect(told(remainingTime(at(due), at(now), calendar))).toBe(remaining);
  });
});
