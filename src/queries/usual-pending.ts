import { addWorkingDays } from '../calendar/working-days.ts';
import type { Reading } from '../snapshots/store.ts';
import { uniqueBy } from '../unique-by.ts';
import type { Today } from './current-figures.ts';
import type { Knowledge } from './knowledge.ts';

/** How many working days back it is looked, and how many of them must be known. */
const DAYS_BACK = 5;
const FEWEST_DAYS = 3;

/**
 * How many dossiers of an agency were pending on the working days before those figures: the middle one of what was known
 * each day. Null when fewer than three days are known.
 */
export async function usualPending(
  { snapshots }: Pick<Knowledge, 'snapshots'>,
  { figure, snapshot }: Reading,
  { calendar }: Today,
): Promise<number | null> {
  const { period, scope, source, asOf } = snapshot;
  const before: Reading[] = [];
  for (let back = 1; back <= DAYS_BACK; back += 1) {
    const day = addWorkingDays(asOf, -back, calendar);
    const known = await snapshots.readingsAsOf(figure.agency, { period, day });
    before.push(
      ...known.filter((one) => one.snapshot.scope === scope && one.snapshot.source === source),
    );
  }
  // What was not read on a day is told by the day before: that is one day, not two.
  const days = uniqueBy(before, (one) => one.snapshot.asOf.toString());
  const pending = days.flatMap((one) => one.figure.counts.pending ?? []).toSorted((a, b) => a - b);
  return pending.length < FEWEST_DAYS ? null : (pending[Math.floor(pending.length / 2)] ?? null);
}
