import { describe, expect, test } from 'vitest';

import { type MorningPlan, type Slot, slotOf } from '../../src/schedule/slot.ts';
import { at, calendar } from '../calendar/viet-nam.ts';

const LONG_AGO = at('2025-01-01T00:00');

/** A plan for 07:00 on every working day; what is not said is so. */
function plan(other: Partial<MorningPlan> = {}): MorningPlan {
  return { at: Temporal.PlainTime.from('07:00'), weekday: null, since: LONG_AGO, ...other };
}

/** 2026-11-23 is a Monday. */
const MONDAY = 1;

describe('what is to be done about 07:00 on every working day', () => {
  test.each<[string, string, Slot]>([
    ['before the hour', '2026-11-23T06:59:59', 'notYet'],
    ['at the hour', '2026-11-23T07:00', 'send'],
    ['late, in the same morning', '2026-11-23T11:59:59', 'send'],
    ['from noon on', '2026-11-23T12:00', 'missed'],
    ['late in the evening', '2026-11-23T23:59', 'missed'],
    ['on a Saturday', '2026-11-21T07:00', 'notToday'],
    ['on a Sunday, in the afternoon', '2026-11-22T15:00', 'notToday'],
    ['on a holiday', '2025-05-02T07:00', 'notToday'],
    ['on the Saturday that is worked for it', '2025-04-26T07:00', 'send'],
  ])('%s (%s): %s', (_, now, slot) => {
    expect(slotOf(plan(), at(now), calendar)).toBe(slot);
  });
});

describe('a plan for one weekday', () => {
  test.each<[string, number, string, Slot]>([
    ['its day', MONDAY, '2026-11-23T07:00', 'send'],
    ['its day, too early', MONDAY, '2026-11-23T06:00', 'notYet'],
    ['another day', MONDAY, '2026-11-24T07:00', 'notToday'],
    ['its day, off', 5, '2025-05-02T07:00', 'notToday'],
    ['a Saturday that is worked', 6, '2025-04-26T07:00', 'send'],
    [
      'a Saturday that is worked is not the Friday it is worked for',
      5,
      '2025-04-26T07:00',
      'notToday',
    ],
  ])('%s', (_, weekday, now, slot) => {
    expect(slotOf(plan({ weekday }), at(now), calendar)).toBe(slot);
  });
});

describe('hours before a plan was made are not made up for', () => {
  test.each<[string, string, string, Slot]>([
    ['made at the hour', '2026-11-23T07:00', '2026-11-23T07:00', 'send'],
    ['made right after', '2026-11-23T07:00:01', '2026-11-23T08:00', 'notToday'],
    ['made right after, in the afternoon', '2026-11-23T07:00:01', '2026-11-23T13:00', 'notToday'],
    ['made right after, on the next day', '2026-11-23T07:00:01', '2026-11-24T07:00', 'send'],
    ['made before', '2026-11-23T06:00', '2026-11-23T06:30', 'notYet'],
  ])('%s', (_, since, now, slot) => {
    expect(slotOf(plan({ since: at(since) }), at(now), calendar)).toBe(slot);
  });
});
