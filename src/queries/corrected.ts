import type { Agency, AgencyId, Directory } from '../agencies/agency.ts';
import type { Counts } from '../figures/counts.ts';
import { DEFAULT_FORMULA } from '../figures/metric.ts';
import { type RateResult, rateBy } from '../figures/rate.ts';
import { saysTheSame } from '../snapshots/content-hash.ts';
import { isSameSeries } from '../snapshots/series.ts';
import type { Snapshot, SnapshotHead, SnapshotId, Statement } from '../snapshots/snapshot.ts';
import type { SnapshotReader } from '../snapshots/store.ts';
import { wasFinal } from '../snapshots/was-final.ts';

/** A table that is about to be replaced by a version that gives its figures otherwise. */
export type Correction = {
  readonly now: Snapshot;
  /** The version in force so far. */
  readonly before: SnapshotHead;
  /** All versions that were given out, that one included. */
  readonly versions: readonly SnapshotId[];
};

/** What a version says of an agency. */
export type Said = { readonly counts: Counts; readonly overdue: RateResult };

/** A figure that was given out, and is another now. */
export type CorrectedFigure =
  | {
      readonly kind: 'counts';
      readonly agency: Agency;
      readonly before: Said;
      readonly now: Said;
    }
  | {
      /** Its row is no longer in the table. */
      readonly kind: 'removed';
      readonly agency: Agency;
      readonly before: Said;
    }
  | {
      readonly kind: 'statement';
      readonly agency: Agency;
      readonly before: Statement;
      readonly now: Statement;
    };

type Reader = Pick<
  SnapshotReader,
  | 'heads'
  | 'readingsOf'
  | 'replacedHeads'
  | 'replacedReadings'
  | 'statementsOn'
  | 'replacedStatements'
>;

/** The correction that a snapshot is, if it is stored; null = it is none, or what it corrects was not final. */
export async function correctionBy(now: Snapshot, snapshots: Reader): Promise<Correction | null> {
  const heads = await snapshots.heads();
  const before = heads.find((head) => isSameSeries(head, now));
  if (before === undefined || !before.asOf.equals(now.asOf)) return null;
  if (!wasFinal(before) || saysTheSame(before, now)) return null;
  const older = await snapshots.replacedHeads(before.id);
  return { now, before, versions: [before, ...older.filter(wasFinal)].map(({ id }) => id) };
}

/**
 * What is another now than a version said, or is gone, of some agencies or (null) all, in the order of the table; what is
 * gone after it.
 */
export async function correctedSince(
  { now, before }: Correction,
  { version, of }: { readonly version: SnapshotId; readonly of: ReadonlySet<AgencyId> | null },
  { snapshots, directory }: { readonly snapshots: Reader; readonly directory: Directory },
): Promise<readonly CorrectedFigure[]> {
  const wanted = (agency: AgencyId) => of === null || of.has(agency);
  const rows = now.figures.filter(({ agency, field }) => field === null && wanted(agency));
  const present = new Map(rows.map(({ agency, counts }) => [agency, counts]));
  const gone = directory.agencies.filter(({ id }) => wanted(id) && !present.has(id));
  const counts = await Promise.all(
    [...present.keys(), ...gone.map(({ id }) => id)].map(async (id) => {
      const was = await countsIn(id, { now, before, version }, snapshots);
      return was === null ? [] : changedCounts(directory.get(id), was, present.get(id) ?? null);
    }),
  );
  const statements = await Promise.all(
    now.statements
      .filter(({ agency, field }) => field === null && wanted(agency))
      .map(async (statement): Promise<readonly CorrectedFigure[]> => {
        const was = await statementIn(statement, { now, before, version }, snapshots);
        if (was === null || numbersOf(was) === numbersOf(statement)) return [];
        const agency = directory.get(statement.agency);
        return [{ kind: 'statement', agency, before: was, now: statement }];
      }),
  );
  return [...counts.flat(), ...statements.flat()];
}

function changedCounts(agency: Agency, was: Counts, is: Counts | null): readonly CorrectedFigure[] {
  if (is === null) return [{ kind: 'removed', agency, before: said(was) }];
  if (JSON.stringify(was) === JSON.stringify(is)) return [];
  return [{ kind: 'counts', agency, before: said(was), now: said(is) }];
}

type Asked = Pick<Correction, 'now' | 'before'> & { readonly version: SnapshotId };

async function countsIn(
  agency: AgencyId,
  { now: { period, scope }, before, version }: Asked,
  snapshots: Reader,
): Promise<Counts | null> {
  const readings =
    version === before.id
      ? await snapshots.readingsOf([agency], { period, scope })
      : await snapshots.replacedReadings(before.id, agency);
  return readings.find(({ snapshot }) => snapshot.id === version)?.figure.counts ?? null;
}

async function statementIn(
  { agency, metric, formula, place }: Statement,
  { now: { period }, before, version }: Asked,
  snapshots: Reader,
): Promise<Statement | null> {
  const readings =
    version === before.id
      ? await snapshots.statementsOn(metric, period)
      : await snapshots.replacedStatements(before.id, { agency, metric });
  const found = readings.find(
    ({ snapshot, statement }) =>
      snapshot.id === version &&
      statement.agency === agency &&
      statement.formula === formula &&
      statement.place === place,
  );
  return found?.statement ?? null;
}

function said(counts: Counts): Said {
  return { counts, overdue: rateBy(DEFAULT_FORMULA.overdue, counts) };
}

function numbersOf({ rate, numerator, denominator, amountVnd }: Statement): string {
  return JSON.stringify([rate, numerator, denominator, amountVnd]);
}
