import type { Problem } from '../errors.ts';
import type { CalendarRules } from './calendar-file.ts';

type Found = { readonly path: string; readonly code: string };

/** What does not fit together in a file whose entries are each right by themselves. */
export function calendarProblems(rules: CalendarRules, file: string): readonly Problem[] {
  return [...hours(rules), ...holidays(rules), ...settled(rules), ...makeups(rules)].map(
    ({ path, code }) => ({
      code: 'badSetting',
      place: [file, path].filter((part) => part !== '').join(': '),
      detail: code,
    }),
  );
}

function* hours({ officeHours }: CalendarRules): Iterable<Found> {
  for (const [at, { from }] of officeHours.entries()) {
    const before = officeHours[at - 1];
    if (before !== undefined && Temporal.PlainTime.compare(before.to, from) > 0) {
      yield { path: `officeHours.${String(at)}`, code: 'hoursOverlap' };
    }
  }
}

function* holidays({ holidays: all }: CalendarRules): Iterable<Found> {
  for (const [at, { id }] of all.entries()) {
    if (all.findIndex((holiday) => holiday.id === id) < at) {
      yield { path: `holidays.${String(at)}.id`, code: 'holidayTwice' };
    }
  }
}

function* settled({ off, holidays: all }: CalendarRules): Iterable<Found> {
  const seen = new Set<string>();
  for (const [at, { settles, from }] of off.entries()) {
    const path = `off.${String(at)}.settles`;
    for (const id of settles) {
      const key = `${id} ${String(from.year)}`;
      if (!all.some((holiday) => holiday.id === id)) yield { path, code: 'unknownHoliday' };
      if (seen.has(key)) yield { path, code: 'settledTwice' };
      seen.add(key);
    }
  }
}

/** Nobody makes up for a day on a day that is worked anyway, or for a day that was not off. */
function* makeups({ makeupWorkdays, weeklyRest, off }: CalendarRules): Iterable<Found> {
  const isOff = (day: Temporal.PlainDate) =>
    off.some(
      ({ from, to }) =>
        Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, to) <= 0,
    );
  for (const [at, { day, insteadOf }] of makeupWorkdays.entries()) {
    const path = `makeupWorkdays.${String(at)}`;
    if (!weeklyRest.includes(day.dayOfWeek) || isOff(day)) {
      yield { path: `${path}.day`, code: 'makeupNotOnRestDay' };
    }
    if (!isOff(insteadOf)) yield { path: `${path}.insteadOf`, code: 'makeupForWorkday' };
  }
}
