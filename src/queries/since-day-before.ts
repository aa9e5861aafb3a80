import type { Agency } from '../agencies/agency.ts';
import { dueBounds } from '../calendar/due-bounds.ts';
import type { DueBounds, WorkingCalendar } from '../calendar/working-calendar.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { dayOf, ZONE } from '../clock.ts';
import type { DueKnowledge } from './due-knowledge.ts';

/** What is late already alone, or, with null, also what falls due soon. */
export type DueOnly = 'overdue' | null;

/** A list as of now. */
type ListNow = { readonly now: Temporal.Instant; readonly only: DueOnly };

/** The list of the working day before: as of when, and before when what was on it is due. */
export type ListBefore = { readonly at: Temporal.Instant; readonly end: Temporal.Instant };

/** The list at the same hour of the working day before. */
export function listBefore({ now, only }: ListNow, calendar: WorkingCalendar): ListBefore {
  const before = sameHourBefore(now, calendar);
  return { at: before.now, end: only === 'overdue' ? before.now : before.three };
}

/** How many dossiers of agencies were on the list of the working day before, and are finished since. */
export async function clearedSince(
  agencies: readonly Agency[],
  list: ListNow,
  { dossiers, calendar }: Pick<DueKnowledge, 'dossiers' | 'calendar'>,
): Promise<number> {
  const { at, end } = listBefore(list, calendar);
  const ids = agencies.map(({ id }) => id);
  return dossiers.countCleared(ids, { from: at, to: list.now, dueBefore: end });
}

/** The bounds as they were at the same hour of the working day before. */
function sameHourBefore(now: Temporal.Instant, calendar: WorkingCalendar): DueBounds {
  const plainTime = now.toZonedDateTimeISO(ZONE).toPlainTime();
  const day = addWorkingDays(dayOf(now), -1, calendar);
  return dueBounds(day.toZonedDateTime({ timeZone: ZONE, plainTime }).toInstant(), calendar);
}
