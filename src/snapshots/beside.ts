import type { Directory } from '../agencies/agency.ts';
import { previousPeriod } from '../calendar/period-steps.ts';
import type { PeriodKey } from '../calendar/period.ts';
import { parsePeriodKey, periodKey } from '../calendar/periods.ts';
import { uniqueBy } from '../unique-by.ts';
import { type KnownRows, missedBy } from './check-missing.ts';
import { isSameSeries } from './series.ts';
import type { Snapshot, SnapshotHead } from './snapshot.ts';
import type { Reading, SnapshotReader } from './store.ts';

/** What is asked of the store about the past of a table. */
export type History = Pick<SnapshotReader, 'heads' | 'readingsOf' | 'history' | 'doubts'>;

/** What is known: the store, and all agencies there are. */
export type HistoryRoom = { readonly store: History; readonly directory: Directory };

/** What the rows of one table are held against. */
export type Beside = KnownRows & {
  /** Its newest version so far. */
  readonly newest: SnapshotHead | null;
  /** What other tables in force say of the same period and scope. */
  readonly others: readonly Reading[];
  /** Of the periods of the same length just before and after. */
  readonly before: readonly Reading[];
  readonly after: readonly Reading[];
};

/** Everything that the rows of a table are held against. */
export async function besides(
  snapshot: Snapshot,
  { store, directory }: HistoryRoom,
): Promise<Beside> {
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
