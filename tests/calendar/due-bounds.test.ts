import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { dueBounds, endOfDay, urgencyOf } from '../../src/calendar/due-bounds.ts';
import { remainingTime } from '../../src/calendar/remaining-time.ts';
import type { WorkingCalendar } from '../../src/calendar/working-calendar.ts';
import { ZONE } from '../../src/clock.ts';
import { anyMoment } from './any-moment.ts';
import { at, calendar, day } from './viet-nam.ts';

const local = (moment: Temporal.Instant) =>
  moment.toZonedDateTimeISO(ZONE).toPlainDateTime().toString({ smallestUnit: 'minute' });

describe('the bounds of urgency', () => {
  test.each([
    ['Monday', '2026-11-23T07:00', '11-24', '11-25', '11-27'],
    [
      'Friday: what is due at the weekend is due today',
      '2026-11-20T18:00',
      '11-23',
      '11-24',
      '11-26',
    ],
    ['Saturday', '2026-11-21T09:00', '11-23', '11-24', '11-26'],
    ['before a Saturday that is worked', '2025-04-25T07:00', '04-26', '04-28', '05-05'],
    ['before 30/4', '2025-04-29T07:00', '05-05', '05-06', '05-08'],
    ['within Tết', '2025-01-29T07:00', '02-03', '02-04', '02-06'],
  ])('%s', (_, now, today, one, three) => {
    const bounds = dueBounds(at(now), calendar);
    expect(bounds.now.toString()).toBe(at(now).toString());
    expect([bounds.today, bounds.one, bounds.three].map((bound) => local(bound).slice(5))).toEqual(
      [today, one, three].map((text) => `${text}T00:00`),
    );
  });
});

test('urgency by the bounds is that of the remaining working time', () => {
  fc.assert(
    fc.property(anyMoment, fc.integer({ min: -10 * 86_400, max: 15 * 86_400 }), (now, seconds) => {
      const dueAt = now.add({ seconds });
      const left = remainingTime(dueAt, now, calendar);
      const days = left.kind === 'ahead' ? left.workingDays : 0;
      const ahead = days === 1 ? 'one' : days <= 3 ? 'three' : 'later';
      expect(urgencyOf(dueAt, dueBounds(now, calendar))).toBe(
        left.kind === 'ahead' ? ahead : left.kind,
      );
    }),
    { numRuns: 500 },
  );
});

test('the last moment of a day is in time on that day, and late right after', () => {
  const due = endOfDay(day('2026-11-20'));
  expect(local(due)).toBe('2026-11-20T23:59');
  expect(urgencyOf(due, dueBounds(due, calendar))).toBe('today');
  expect(urgencyOf(due, dueBounds(at('2026-11-21T00:00'), calendar))).toBe('overdue');
});

test('the bounds are the same all day, others on the next day, and others by another calendar', () => {
  const first = dueBounds(at('2026-11-23T00:00'), calendar);
  const later = dueBounds(at('2026-11-23T23:59:59'), calendar);
  expect(later.today.toString()).toBe(first.today.toString());
  expect(local(dueBounds(at('2026-11-24T00:00'), calendar).today)).toBe('2026-11-25T00:00');
  const always: WorkingCalendar = { ...calendar, isWorkingDay: () => true };
  expect(local(dueBounds(at('2026-11-27T07:00'), always).today)).toBe('2026-11-28T00:00');
});
