import { expect, test } from 'vitest';

import { afterQuiet, isQuiet } from '../../src/alerts/quiet-hours.ts';
import { calendar } from '../calendar/viet-nam.ts';
import { moment } from '../timelines/start-day.ts';

const at = (text: string) => Temporal.PlainTime.from(text);
const NIGHT = { from: at('18:00'), to: at('07:00') };
const NOON = { from: at('11:30'), to: at('13:00') };
const NONE = { from: at('07:00'), to: at('07:00') };

test.each([
  ['2026-11-23T06:59', NIGHT, true],
  ['2026-11-23T07:00', NIGHT, false],
  ['2026-11-23T17:59', NIGHT, false],
  ['2026-11-23T18:00', NIGHT, true],
  ['2026-11-23T23:59', NIGHT, true],
  ['2026-11-23T11:29', NOON, false],
  ['2026-11-23T12:00', NOON, true],
  ['2026-11-23T13:00', NOON, false],
  ['2026-11-23T03:00', NONE, false],
  // A Saturday, and the day of independence.
  ['2026-11-28T10:00', NOON, true],
  ['2026-09-02T10:00', NOON, true],
])('%s: %j is quiet: %j', (now, hours, quiet) => {
  expect(isQuiet(moment(now), hours, calendar)).toBe(quiet);
});

test.each([
  ['2026-11-23T10:00', NIGHT, '2026-11-23T10:00'],
  ['2026-11-23T02:10', NIGHT, '2026-11-23T07:00'],
  ['2026-11-23T18:00', NIGHT, '2026-11-24T07:00'],
  ['2026-11-23T12:00', NOON, '2026-11-23T13:00'],
  // Friday evening, and a Saturday where only noon is quiet.
  ['2026-11-27T19:00', NIGHT, '2026-11-30T07:00'],
  ['2026-11-28T10:00', NOON, '2026-11-30T00:00'],
])('from %s, %j, somebody may be disturbed at %s', (now, hours, then) => {
  expect(afterQuiet(moment(now), hours, calendar).equals(moment(then))).toBe(true);
});
