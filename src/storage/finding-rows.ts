import * as z from 'zod';

import { AgencyId } from '../agencies/agency.ts';
import { PeriodKey } from '../calendar/period.ts';
import { Counts } from '../figures/counts.ts';
import { COUNTED_UP } from '../snapshots/counted-up.ts';
import type { Finding } from '../snapshots/finding.ts';
import { SnapshotId } from '../snapshots/snapshot.ts';
import type { FindingReading, SnapshotStore } from '../snapshots/store.ts';
import { jsonOf } from './json-column.ts';
import type { Reader } from './reading-moment.ts';
import type { VersionsAndHeads } from './versions.ts';

/** Stores one finding, with the values of `findingValues`. */
export const INSERT_FINDING =
  'insert into findings (snapshot, position, agency, finding) values (?, ?, ?, ?)';

const Day = z.string().transform((text) => Temporal.PlainDate.from(text));
const Column = Counts.keyof();
const Said = z.strictObject({ value: z.int(), period: PeriodKey, asOf: Day });
const ColumnOrTotal = z.enum([...Column.options, 'overdueTotal']);

/** The shapes of `Finding` as stored. */
const StoredFinding: z.ZodType<Finding> = z.discriminatedUnion('code', [
  z.strictObject({
    code: z.literal('childrenDoNotAddUp'),
    agency: AgencyId,
    column: ColumnOrTotal,
    printed: z.int(),
    sumOfChildren: z.int(),
  }),
  z.strictObject({
    code: z.literal('leavesDoNotAddUp'),
    agency: AgencyId,
    column: ColumnOrTotal,
    printed: z.int(),
    sumOfLeaves: z.int(),
  }),
  z.strictObject({
    code: z.literal('rowDoesNotAddUp'),
    agency: AgencyId,
    field: z.string().nullable(),
    column: Column,
    printed: z.int(),
    sumOfParts: z.int(),
  }),
  z.strictObject({
    code: z.literal('rateDoesNotFollow'),
    agency: AgencyId,
    printed: z.int(),
    computed: z.int(),
  }),
  z.strictObject({
    code: z.literal('partExceedsTotal'),
    agency: AgencyId,
    field: z.string().nullable(),
    column: Column,
    printed: z.int(),
    total: Column,
    printedTotal: z.int(),
  }),
  z.strictObject({
    code: z.enum(['balanceDoesNotClose', 'handledExceedReceived']),
    agency: AgencyId,
    received: z.int(),
    handled: z.int(),
  }),
  z.strictObject({
    code: z.enum(['counterRanBackwards', 'implausibleJump']),
    agency: AgencyId,
    column: z.enum(COUNTED_UP),
    before: Said,
    now: z.int(),
    gross: z.boolean(),
  }),
  z.strictObject({
    code: z.literal('pendingDoesNotFollow'),
    agency: AgencyId,
    column: z.literal('pending'),
    before: Said,
    now: z.int(),
    expected: z.int(),
    gross: z.boolean(),
  }),
  z.strictObject({
    code: z.literal('rowDisappeared'),
    agency: AgencyId,
    before: Said,
    gross: z.boolean(),
  }),
  z.strictObject({
    code: z.literal('carriedOverDiffers'),
    agency: AgencyId,
    carriedOver: z.int(),
    into: PeriodKey,
    pending: z.int(),
    outOf: PeriodKey,
    against: SnapshotId,
  }),
  z.strictObject({
    code: z.literal('sourcesDisagree'),
    agency: AgencyId,
    column: ColumnOrTotal,
    here: z.int(),
    there: z.int(),
    otherTable: z.string(),
    against: SnapshotId,
  }),
  z.strictObject({
    code: z.literal('receivedUnaccounted'),
    agency: AgencyId,
    received: z.int(),
    unaccounted: z.int(),
  }),
]);

const FindingRow = z.object({ snapshot: z.unknown(), finding: jsonOf(StoredFinding) });

const NEWEST_FIRST = `order by s.period_end desc,
  (select as_of from snapshots where id = n.snapshot) desc, n.snapshot desc, n.position`;

/** The values of one row in the order of `INSERT_FINDING`. */
export function findingValues(snapshot: number, position: number, finding: Finding) {
  return [snapshot, position, finding.agency, JSON.stringify(finding)] as const;
}

/** Findings of current snapshots, and of any one. */
export function findingQueries(
  reader: Reader,
  { headOf, versions }: VersionsAndHeads,
): Pick<SnapshotStore, 'findings' | 'doubts'> {
  const { series } = versions;
  // What is said of two tables holds while both are in force.
  const holds = `(n.against is null or exists (select 1 from ${series} o where o.current = n.against))`;
  const current = `select n.snapshot, n.finding
    from ${series} s cross join findings n on n.snapshot = s.current`;
  const all = reader.question(`${current} where ${holds} ${NEWEST_FIRST}`);
  const ofAgency = reader.question(`${current} and n.agency = +? where ${holds} ${NEWEST_FIRST}`);
  const own = reader.question(`select n.snapshot, n.finding from findings n
    where n.snapshot = +? and n.code <> 'receivedUnaccounted' and ${holds} order by n.position`);
  const against = reader.question(`select n.snapshot, n.finding
    from findings n cross join ${series} s on s.current = n.snapshot
    where n.against = +? and ${holds} order by n.snapshot, n.position`);

  const readingFrom = (row: unknown): FindingReading => {
    const { snapshot, finding } = FindingRow.parse(row);
    return { finding, snapshot: headOf(snapshot) };
  };

  return {
    findings: async (agency) =>
      (agency === undefined ? all.all() : ofAgency.all(agency)).map(readingFrom),
    doubts: async (of) => [...own.all(of), ...against.all(of)].map(readingFrom),
  };
}
