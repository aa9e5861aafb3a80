import type { Fate } from './agency-counts.ts';
import { below, oneOf, type Random } from './seeded-random.ts';
import type { WorkingDayLine } from './working-day-line.ts';

/** The moments of a dossier, in milliseconds. */
export type Placed = {
  /** Place of the day of reception on the line. */
  readonly receivedDay: number;
  readonly receivedAt: number;
  readonly originalDueAt: number;
  readonly currentDueAt: number;
  readonly closedAt: number | null;
  /** How much of the time allowed is used up, from 0 to 1 and beyond. */
  readonly used: number;
  /** Working days since it was closed; 0 while it is open. */
  readonly closedDaysAgo: number;
};

/** Places on the line of working days. */
type Days = { readonly due: number; readonly closed: number | null; readonly extendedBy: number };

const MINUTE = 60_000;
/** Received in the morning and closed in the afternoon: also what takes one day only is closed after it was received. */
const MORNING = 7.5 * 60 * MINUTE;
const AFTERNOON = 13.5 * 60 * MINUTE;
const HALF_DAY_MINUTES = 210;
/** Deadlines at an hour: after the morning list and before the office closes. */
const DUE_HOURS = [10 * 60, 11 * 60 + 30, 16 * 60 + 30, 17 * 60].map((minutes) => minutes * MINUTE);

const MOST_LATE = 60;
const FARTHEST_DUE = 30;

type World = { readonly line: WorkingDayLine; readonly random: Random };

/** Where a dossier with a fate and some working days allowed lies in time. */
export function placeInTime(fate: Fate, days: number, { line, random }: World): Placed {
  const { due, closed, extendedBy } = daysOf(fate, days, { line, random });
  const receivedDay = due - extendedBy - days;
  const dueHour = closed === null && random() < 0.2 ? oneOf(DUE_HOURS, random) : null;
  const at = (place: number, time: number) => (line.starts[place] ?? NaN) + time;
  const dueOn = (place: number) =>
    dueHour === null ? (line.ends[place] ?? NaN) : at(place, dueHour);
  const minutes = () => below(HALF_DAY_MINUTES, random) * MINUTE;
  return {
    receivedDay,
    receivedAt: at(receivedDay, MORNING + minutes()),
    originalDueAt: dueOn(due - extendedBy),
    currentDueAt: dueOn(due),
    closedAt: closed === null ? null : at(closed, AFTERNOON + minutes()),
    used: ((closed ?? line.today) - receivedDay) / days,
    closedDaysAgo: closed === null ? 0 : line.today - closed,
  };
}

function daysOf(fate: Fate, days: number, { line, random }: World): Days {
  // What was closed has been so since some day before today; an extension needs a task that takes some days.
  const closed = line.first + below(line.today - line.first, random);
  const extendedBy = days >= 5 && random() < 0.04 ? 5 : 0;
  switch (fate) {
    case 'pendingOverdue':
      return { due: line.today - late(random), closed: null, extendedBy };
    case 'pendingWithin': {
      const left = below(Math.min(days, FARTHEST_DUE + 1), random);
      return { due: line.today + left, closed: null, extendedBy };
    }
    case 'resolvedOverdue':
      return { due: closed - late(random), closed, extendedBy: 0 };
    case 'resolvedOnTime':
      return { due: closed + below(days + 1, random), closed, extendedBy: 0 };
  }
}

/** Working days too late: most are so by few, some by very many. */
function late(random: Random): number {
  return 1 + Math.floor(MOST_LATE * random() ** 4);
}
