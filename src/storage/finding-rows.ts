import * as z from 'zod';

import { AgencyId } from '../agencies/agency.ts';
import { Counts } from '../figures/counts.ts';
import type { Finding } from '../snapshots/finding.ts';
import type { FindingReading, SnapshotStore } from '../snapshots/store.ts';
import { jsonOf } from './json-column.ts';
import type { Reader } from './reading-moment.ts';
import type { VersionsAndHeads } from './versions.ts';

/** Stores one finding, with the values of `findingValues`. */
export const INSERT_FINDING =
  'insert into findings (snapshot, position, agency, finding) values (?, ?, ?, ?)';

const Column = Counts.keyof();
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

/** Findings of current snapshots. */
export function findingQueries(
  reader: Reader,
  { headOf, versions }: VersionsAndHeads,
): Pick<SnapshotStore, 'findings'> {
  const current = `select n.snapshot, n.finding
    from ${versions.series} s cross join findings n on n.snapshot = s.current`;
  const all = reader.question(`${current} ${NEWEST_FIRST}`);
  const ofAgency = reader.question(`${current} and n.agency = +? ${NEWEST_FIRST}`);

  const readingFrom = (row: unknown): FindingReading => {
    const { snapshot, finding } = FindingRow.parse(row);
    return { finding, snapshot: headOf(snapshot) };
  };

  return {
    findings: async (agency) =>
      (agency === undefined ? all.all() : ofAgency.all(agency)).map(readingFrom),
  };
}
