import { type Beside, besides, type History, type HistoryRoom } from './beside.ts';
import { checkMissing } from './check-missing.ts';
import { checkAgainstOther, checkCarriedOver } from './check-tables.ts';
import { checkNewPeriod, checkVersions } from './check-versions.ts';
import { saysTheSame } from './content-hash.ts';
import { isOfHistory } from './finding-kinds.ts';
import type { Finding } from './finding.ts';
import { isSameSeries } from './series.ts';
import { isHardToBelieve } from './severity.ts';
import type { Figure, Snapshot, SnapshotId } from './snapshot.ts';
import type { Reading } from './store.ts';

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
 * another day only: a broken filter goes on counting, too. One that contradicts itself is no measure at all.
 */
async function checkPast(row: Row, last: Reading, store: History): Promise<readonly Finding[]> {
  const found = checkVersions(last, row);
  const doubts = await doubtsOf(last, store);
  if (doubts.length === 0) return found;
  const isMeasure = doubts.some(isOfHistory);
  const trusted = await lastTrusted(row, last, store);
  if (trusted === null) return isMeasure ? found : [];
  const since = checkVersions(trusted, row);
  if (!isMeasure) return since;
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
    if ((await doubtsOf(version, store)).length === 0) return version;
  }
  return null;
}

/** Why a version is not to be trusted of an agency. */
async function doubtsOf(
  { figure, snapshot }: Reading,
  store: History,
): Promise<readonly Finding[]> {
  const doubts = await store.doubts(snapshot.id);
  return doubts.flatMap(({ finding, snapshot: head }) => {
    const isOwn = head.id === snapshot.id && finding.agency === figure.agency;
    return isOwn && (isOfHistory(finding) || isHardToBelieve(finding)) ? [finding] : [];
  });
}
