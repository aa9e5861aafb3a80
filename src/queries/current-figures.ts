import type { AgencyId } from '../agencies/agency.ts';
import { isRunning } from '../calendar/period-order.ts';
import type { Period } from '../calendar/period.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import type { Reading } from '../snapshots/store.ts';
import { latestThenLongest } from './choose-period.ts';
import type { Knowledge } from './knowledge.ts';

/** Whether what a source says is believed at present. */
export type Believed = (source: string) => Promise<boolean>;

/** A day, and which days are worked. */
export type Today = { readonly day: Temporal.PlainDate; readonly calendar: WorkingCalendar };

/** Figures that end more working days before today are not those of now. */
const FRESH_WORKING_DAYS = 3;
/** Reports on a period are made within days of its end; until then its last figures are the newest there are. */
const DAYS_AFTER_END = 7;

/**
 * Whether figures are those of now: of a period that runs, or ended within a week, and reaching a day at most three
 * working days before today or its end. A table of 2023 is not, whenever it is taken in.
 */
export function isCurrent(
  { period: key, asOf }: Pick<SnapshotHead, 'period' | 'asOf'>,
  { day, calendar }: Today,
): boolean {
  const period = parsePeriodKey(key);
  if (Temporal.PlainDate.compare(asOf, day) > 0) return false;
  const until = Temporal.PlainDate.compare(period.to, day) < 0 ? period.to : day;
  const isOfNow = isRunning(period, day) || isJustOver(period, day);
  return isOfNow && workingDaysBetween(asOf, until, calendar) <= FRESH_WORKING_DAYS;
}

function isJustOver({ to }: Period, day: Temporal.PlainDate): boolean {
  const days = to.until(day, { largestUnit: 'days' }).days;
  return days > 0 && days <= DAYS_AFTER_END;
}

/**
 * The reported figures of now of each agency that has some. Of several the running period goes before one just over, then
 * what ends last and of that the longest: the year before the month within it. Where the source of these is not believed
 * there are none: an older or a shorter table does not speak for it, or an alert would be told back and forth.
 */
export async function currentFigures(
  { snapshots }: Pick<Knowledge, 'snapshots'>,
  agencies: readonly AgencyId[],
  { today, isBelieved }: { readonly today: Today; readonly isBelieved: Believed },
): Promise<ReadonlyMap<AgencyId, Reading>> {
  const heads: SnapshotHead[] = [];
  for (const head of await snapshots.heads()) {
    if (isCurrent(head, today)) heads.push(head);
  }
  const known = new Set(heads.map(({ id }) => id));
  const asked = Map.groupBy(heads, ({ period, scope }) => `${period} ${scope}`);
  const readings: Reading[] = [];
  for (const [one] of asked.values()) {
    if (one !== undefined) readings.push(...(await snapshots.readingsOf(agencies, one)));
  }
  const best = readings
    .filter(({ snapshot }) => known.has(snapshot.id))
    .toSorted((a, b) => nearestFirst(a, b, today.day));
  const found = new Map<AgencyId, Reading>();
  for (const reading of best) {
    const { agency } = reading.figure;
    if (!found.has(agency)) found.set(agency, reading);
  }
  for (const [agency, { snapshot }] of found) {
    if (!(await isBelieved(snapshot.source))) found.delete(agency);
  }
  return found;
}

function nearestFirst(a: Reading, b: Reading, day: Temporal.PlainDate): number {
  const [one, other] = [parsePeriodKey(a.snapshot.period), parsePeriodKey(b.snapshot.period)];
  return (
    Number(isRunning(other, day)) - Number(isRunning(one, day)) ||
    latestThenLongest(one, other) ||
    Temporal.PlainDate.compare(b.snapshot.asOf, a.snapshot.asOf) ||
    b.snapshot.id - a.snapshot.id
  );
}
