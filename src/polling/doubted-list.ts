import type { Directory } from '../agencies/agency.ts';
import { dayOf, ZONE } from '../clock.ts';
import type { DossierStore, ListIdentity, Standing } from '../dossiers/store.ts';
import type { Problem } from '../errors.ts';
import type { IntakeProblem } from '../snapshots/intake-problem.ts';

/** A list, and where it comes from. */
type Arrived = ListIdentity & { readonly asOf: Temporal.Instant };

/**
 * Losses that no list has by itself: so many dossiers, and more than this share of what was open, in thirds. What came
 * anew counts against what is gone: work goes on, a file that was cut off has nothing in its place (decision 0026).
 */
const BEYOND_BELIEF = [
  { lost: 50, thirds: 1 },
  { lost: 20, thirds: 2 },
] as const;

/** What is hard to believe of a complete list beside what its source showed before; null = nothing. */
export async function doubtAboutList(
  arrived: Arrived,
  standings: readonly Standing[],
  {
    lists,
    directory,
  }: { readonly lists: Pick<DossierStore, 'isBegun'>; readonly directory: Directory },
): Promise<Problem | null> {
  const newer = newerList(arrived, standings);
  if (newer !== null) return newer;
  // One that was cut off while it was taken over was believed then; what it changed since says nothing against it.
  return (await lists.isBegun(arrived)) ? null : shrunk(arrived.origin, standings, directory);
}

/**
 * A system that shows the dossiers of a day before the one it showed already: they would go back to what they were.
 * Null for what is no older.
 */
export async function olderThanKnown(
  { source, origin, asOf }: Arrived,
  store: Pick<DossierStore, 'lists'>,
): Promise<Problem | null> {
  const lists = await store.lists();
  const known = lists.find((list) => list.source === source && list.origin === origin);
  if (known === undefined) return null;
  const [day, before] = [dayOf(asOf), dayOf(known.asOf)];
  const isOld = Temporal.PlainDate.compare(day, before) < 0;
  return isOld
    ? problem('olderThanKnown', origin, `${day.toString()} < ${before.toString()}`)
    : null;
}

/**
 * What only an older complete list shows may have been closed by the newer one; and what the newer one shows as it was, the
 * older would close.
 */
function newerList({ origin, asOf }: Arrived, standings: readonly Standing[]): Problem | null {
  const [newest] = standings
    .flatMap(({ newestAsOf }) => newestAsOf ?? [])
    .toSorted((a, b) => Temporal.Instant.compare(b, a));
  if (newest === undefined || Temporal.Instant.compare(newest, asOf) <= 0) return null;
  return problem('olderThanKnown', origin, `${minute(asOf)} < ${minute(newest)}`);
}

/** The list as a whole, or else the agency that lost most: a file cut off in the middle may hurt one only. */
function shrunk(
  origin: string,
  standings: readonly Standing[],
  directory: Directory,
): Problem | null {
  const all = standings.reduce(sumOf, { before: 0, missing: 0, added: 0 });
  if (isBeyondBelief(all)) return problem('listShrank', origin, detailOf(all));
  const [worst] = standings.filter(isBeyondBelief).toSorted((a, b) => lostIn(b) - lostIn(a));
  if (worst === undefined) return null;
  // An agency that is in the list no more may be in the directory no more.
  const name = directory.has(worst.agency) ? directory.get(worst.agency).name : worst.agency;
  return problem('listShrank', origin, `${name}: ${detailOf(worst)}`);
}

type Numbers = Pick<Standing, 'before' | 'missing' | 'added'>;

function sumOf(sum: Numbers, one: Numbers): Numbers {
  return {
    before: sum.before + one.before,
    missing: sum.missing + one.missing,
    added: sum.added + one.added,
  };
}

function isBeyondBelief(numbers: Numbers): boolean {
  const gone = lostIn(numbers);
  return BEYOND_BELIEF.some(
    ({ lost, thirds }) => gone >= lost && 3 * gone > thirds * numbers.before,
  );
}

function lostIn({ missing, added }: Numbers): number {
  return missing - added;
}

function detailOf(numbers: Numbers): string {
  return `${String(numbers.before - lostIn(numbers))} / ${String(numbers.before)}`;
}

/** "2026-11-20 06:30", local. */
function minute(moment: Temporal.Instant): string {
  const local = moment.toZonedDateTimeISO(ZONE).toPlainDateTime();
  return local.toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

function problem(code: IntakeProblem, origin: string, detail: string): Problem {
  return { code, place: origin, detail };
}
