import type { Directory } from '../agencies/agency.ts';
import { previousPeriod } from '../calendar/period-steps.ts';
import type { PeriodKey } from '../calendar/period.ts';
import { parsePeriodKey, periodKey } from '../calendar/periods.ts';
import { uniqueBy } from '../unique-by.ts';
import { checkMissing, type KnownRows, missedBy } from './check-missing.ts';
import { checkAgainstOther, checkCarriedOver } from './check-tables.ts';
import { checkNewPeriod, checkVersions } from './check-versions.ts';
import { saysTheSame } from './content-hash.ts';
import type { Finding } from './finding.ts';
import { isSameSeries } from './series.ts';
import { isHardToBelieve, isOfHistory } from './severity.ts';
import type { Figure, Snapshot, SnapshotHead, SnapshotId } from './snapshot.ts';
import type { Reading, SnapshotReader } from './store.ts';

/** What is asked of the store about the past of a table. */
export type History = Pick<SnapshotReader, 'heads' | 'readingsOf' | 'history' | 'doubts'>;

/** What is known: the store, and all agencies there are. */
type HistoryRoom = { readonly store: History; readonly directory: Directory };

/** What the rows of one table are held against. */
type Beside = KnownRows & {
  /** Its newest version so far. */
  readonly newest: SnapshotHead | null;
  /** What other tables in force say of the same period and scope. */
  readonly others: readonly Reading[];
  /** Of the periods of the same length just before and after. */
  readonly before: readonly Reading[];
  readonly after: readonly Reading[];
};

/**
 * Everything in a snapshot that does not fit with what is known already: its own earlier versions, the periods beside
 * it, other tables of the same period. Only agencies as a whole are followed, and only a table that will be in force: one
 * that reaches less far than its newest version changes nothing that anybody is told. Rows that a keeper believes to be
 * gone are missed no longer.
 */
export async function checkHistory(
  snapshot: Snapshot,
  { store, directory, believe = false }: HistoryRoom & { readonly believe?: boolean },
): Promise<Finding[]> {
  const asked = askingOnce(store);
  const beside = await besides(snapshot, { store: asked, directory });
  const { newest } = beside;
  const isOld = newest !== null && Temporal.PlainDate.compare(newest.asOf, snapshot.asOf) > 0;
  if (isOld || (newest !== null && saysTheSame(newest, snapshot))) return [];
  const rows = snapshot.figures.filter(({ field }) => field === null);
  const found = await Promise.all(
    rows.map((figure) => checkRow({ figure, snapshot }, beside, asked)),
  );
  const present = new Set(rows.map(({ agency }) => agency));
  return [...found.flat(), ...(believe ? [] : checkMissing(beside, present))];
}

/** All rows ask what is doubted of the same few tables. */
function askingOnce(store: History): History {
  const known = new Map<SnapshotId, ReturnType<History['doubts']>>();
  return {
    ...store,
    doubts(of) {
      const doubts = known.get(of) ?? store.doubts(of);
      known.set(of, doubts);
      return doubts;
    },
  };
}

type Row = { readonly figure: Figure; readonly snapshot: Snapshot };

async function checkRow(row: Row, beside: Beside, store: History): Promise<readonly Finding[]> {
  const ofAgency = ({ figure }: Reading) => figure.agency === row.figure.agency;
  const last = beside.own.find(ofAgency) ?? (await lastWithRow(row, beside, store));
  const before = beside.before.filter(ofAgency);
  return [
    ...(last === undefined
      ? before.slice(0, 1).flatMap((reading) => checkNewPeriod(reading, row))
      : await checkPast(row, last, store)),
    ...[...before, ...beside.after.filter(ofAgency)].flatMap((reading) =>
      checkCarriedOver(row, reading),
    ),
    ...beside.others.filter(ofAgency).flatMap((reading) => checkAgainstOther(row, reading)),
  ];
}

/**
 * Held against the version before; where that one was doubted itself, one that goes back to what was said before the
 * doubt is no further doubt: a source that lied and recovered is believed at once. One that goes on from it is believed on
 * another day only: a broken filter goes on counting, too.
 */
async function checkPast(row: Row, last: Reading, store: History): Promise<readonly Finding[]> {
  const found = checkVersions(last, row);
  if (!(await wasDoubted(last, store))) return found;
  const trusted = await lastTrusted(row, last, store);
  if (trusted === null) return found;
  const since = checkVersions(trusted, row);
  if (since.length === 0 || found.length > 0) return since.length === 0 ? [] : found;
  const isSameDay = last.snapshot.asOf.equals(row.snapshot.asOf);
  return isSameDay ? since.filter(isHardToBelieve) : [];
}

/** A row that returns is held against what it said before it was gone. */
async function lastWithRow(row: Row, { missed }: Beside, store: History) {
  const isBack = missed.some(({ agency }) => agency === row.figure.agency);
  return isBack ? (await ownVersions(row, store)).at(-1) : undefined;
}

/** What the versions of the table so far say of the agency, oldest first. */
async function ownVersions({ figure, snapshot }: Row, store: History): Promise<readonly Reading[]> {
  const versions = await store.history(figure.agency, snapshot.period);
  return versions.filter(({ snapshot: head }) => isSameSeries(head, snapshot));
}

async function lastTrusted(row: Row, last: Reading, store: History): Promise<Reading | null> {
  const own = await ownVersions(row, store);
  const earlier = own.slice(
    0,
    own.findIndex(({ snapshot: head }) => head.id === last.snapshot.id),
  );
  for (const version of earlier.toReversed()) {
    if (!(await wasDoubted(version, store))) return version;
  }
  return null;
}

async function wasDoubted({ figure, snapshot }: Reading, store: History): Promise<boolean> {
  const doubts = await store.doubts(snapshot.id);
  return doubts.some(
    ({ finding, snapshot: head }) =>
      head.id === snapshot.id && finding.agency === figure.agency && isOfHistory(finding),
  );
}

async function besides(snapshot: Snapshot, { store, directory }: HistoryRoom): Promise<Beside> {
  const { period, scope } = snapshot;
  // All there are: those that are no longer in the table are missed, too.
  const agencies = directory.agencies.map(({ id }) => id);
  const ask = (of: PeriodKey) => store.readingsOf(agencies, { period: of, scope });
  const same = await ask(period);
  const heads = await store.heads();
  const known = uniqueBy(heads, (head) => head.period).map((head) => head.period);
  const newest = heads.find((head) => isSameSeries(head, snapshot)) ?? null;
  const previous = beforeOf(period);
  const readingsIn = async (periods: readonly PeriodKey[]) =>
    (await Promise.all(periods.map(ask))).flat();
  return {
    newest,
    missed: newest === null ? [] : missedBy(await store.doubts(newest.id), newest.id),
    own: same.filter((reading) => isSameSeries(reading.snapshot, snapshot)),
    others: same.filter((reading) => !isSameSeries(reading.snapshot, snapshot)),
    before: await readingsIn(known.filter((key) => key === previous)),
    after: await readingsIn(known.filter((key) => beforeOf(key) === period)),
  };
}

/** The period of the same length just before. */
function beforeOf(key: PeriodKey): PeriodKey | null {
  const before = previousPeriod(parsePeriodKey(key));
  return before === null ? null : periodKey(before);
}
