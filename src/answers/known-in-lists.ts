import { setImmediate as nextTurn } from 'node:timers/promises';

import type { AgencyId, Directory } from '../agencies/agency.ts';
import type { Period } from '../calendar/period.ts';
import { dayOf, ZONE } from '../clock.ts';
import { fullnessOf, type KnownCounts, withTotals } from '../dossiers/known-counts.ts';
import type { DossierStore, TakenList } from '../dossiers/store.ts';

/** What lists tell of agencies, totals included. */
export type KnownInLists = ReadonlyMap<AgencyId, KnownCounts>;

/** The newest list of all, and the newest that is not of samples: real dossiers are never counted as of the day of samples. */
export type NewestLists = {
  readonly ofAny: TakenList | undefined;
  readonly real: TakenList | undefined;
};

/** Of lists that are handed in newest first. */
export function newestOf(lists: readonly TakenList[]): NewestLists {
  return { ofAny: lists[0], real: lists.find(({ sample }) => !sample) };
}

/** Lists of before a period show nothing of it. */
export function showsOf({ asOf }: TakenList, { from }: Period): boolean {
  return Temporal.PlainDate.compare(dayOf(asOf), from) >= 0;
}

type Room = {
  readonly dossiers: Pick<DossierStore, 'countsIn' | 'lists'>;
  readonly directory: Directory;
};

/** Counts a period: agencies with samples as of the newest list of all, others as of the newest real one. */
export async function knownInLists(
  period: Period,
  { ofAny, real }: NewestLists,
  room: Room,
): Promise<KnownInLists> {
  const own = new Map<AgencyId, KnownCounts>();
  for (const list of new Set([ofAny, real])) {
    if (list === undefined || !showsOf(list, period)) continue;
    for (const [agency, known] of await ownIn(period, list, room)) {
      if (list === (known.fullness === 'sample' ? ofAny : real)) own.set(agency, known);
    }
  }
  return withTotals(own, { directory: room.directory, period });
}

/** What is known of each agency itself as of a list. */
async function ownIn(
  period: Period,
  { asOf }: TakenList,
  { dossiers, directory }: Room,
): Promise<KnownInLists> {
  const { from, to } = period;
  // Each pass is short enough, or lets others in; many of them one after the other would not be.
  await nextTurn();
  const counts = await dossiers.countsIn({ from, to, asOf });
  await nextTurn();
  // Whoever knows of dossiers finished around the beginning has known of them since.
  const early = await dossiers.countsIn({
    from: from.subtract({ years: 1 }),
    to: from.add({ months: 1 }).subtract({ days: 1 }),
    asOf: earlier(asOf, endOfBeginning(period)),
  });
  await nextTurn();
  const own = new Map<AgencyId, KnownCounts>();
  for (const [agency, found] of counts) {
    if (!directory.has(agency)) continue;
    const lists = await dossiers.lists(agency);
    const finished = early.get(agency)?.resolved ?? 0;
    const fullness = fullnessOf({ lists, newest: dayOf(asOf), finished });
    own.set(agency, { counts: found, fullness });
  }
  return own;
}

/** Of a short period even the first month is much: lists that began within it lack as much of what was finished. */
function endOfBeginning({ from, to }: Period): Temporal.Instant {
  const days = Math.min(MOST_DAYS, Math.ceil((from.until(to).days + 1) / PARTS));
  return from.add({ days }).toZonedDateTime(ZONE).toInstant();
}

/** A tenth of a period, and of a year its first month, is its beginning. */
const PARTS = 10;
const MOST_DAYS = 31;

function earlier(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) <= 0 ? one : other;
}
