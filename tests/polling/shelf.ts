import { contentHash } from '../../src/snapshots/content-hash.ts';
import { SnapshotId } from '../../src/snapshots/snapshot.ts';
import type { Snapshot, SnapshotHead } from '../../src/snapshots/snapshot.ts';
import type { Quarantined, Recorded, SnapshotStore } from '../../src/snapshots/store.ts';

/** A store of snapshots in memory, as far as taking in needs one; the rest is empty. */
export type Shelf = SnapshotStore & {
  readonly snapshots: readonly Snapshot[];
  readonly setAside: readonly Quarantined[];
};

const none = () => Promise.resolve([]);
const idOf = (index: number) => SnapshotId.parse(index + 1);

export function shelf(): Shelf {
  const snapshots: Snapshot[] = [];
  const setAside: Quarantined[] = [];
  return {
    snapshots,
    setAside,
    record: (snapshot) => Promise.resolve(record(snapshots, snapshot)),
    quarantine: (payload) => {
      setAside.push(payload);
      return Promise.resolve();
    },
    quarantined: () => Promise.resolve(setAside),
    quarantinedIn: () => Promise.resolve({ newest: setAside, count: setAside.length }),
    forgetQuarantined: () => Promise.resolve(0),
    heads: () => Promise.resolve(snapshots.map(headOf)),
    isEmpty: () => Promise.resolve(snapshots.length === 0),
    readings: none,
    fieldReadings: none,
    overdueFields: none,
    readingsOf: none,
    statements: none,
    statementsOn: none,
    revision: () => snapshots.length,
    fieldStatements: none,
    history: none,
    readingsAsOf: none,
    replacedReadings: none,
    replacedStatements: none,
    replacedHeads: none,
    findings: none,
    doubts: none,
  };
}

function record(snapshots: Snapshot[], snapshot: Snapshot): Recorded {
  const previous = snapshots.findLastIndex((each) => seriesOf(each) === seriesOf(snapshot));
  const before = snapshots[previous];
  if (before !== undefined && contentHash(before) === contentHash(snapshot)) {
    return { kind: 'unchanged', id: idOf(previous) };
  }
  snapshots.push(snapshot);
  const id = idOf(snapshots.length - 1);
  return before === undefined
    ? { kind: 'stored', id }
    : { kind: 'restated', id, previous: idOf(previous) };
}

function headOf(snapshot: Snapshot, index: number): SnapshotHead {
  return { ...snapshot, id: idOf(index), contentHash: contentHash(snapshot) };
}

function seriesOf({ source, document, scope, period }: Snapshot): string {
  return [source, document.number, document.place, scope, period].join('|');
}
