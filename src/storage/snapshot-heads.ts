import * as z from 'zod';

import { PeriodKey } from '../calendar/period.ts';
import { FormulaId } from '../figures/metric.ts';
import { SnapshotId } from '../snapshots/snapshot.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import { Moment } from './moment.ts';
import type { Reader } from './reading-moment.ts';
import type { Versions } from './versions.ts';

const HEADS = `
  select v.id, v.source, s.document_number, v.title, v.issued_on, s.place, s.period, s.scope,
         v.formula, v.as_of, v.fetched_at, v.content_hash
  from snapshots v join series s on s.id = v.series`;

const Day = z.string().transform((text) => Temporal.PlainDate.from(text));

const HeadRow = z.object({
  id: SnapshotId,
  source: z.string(),
  document_number: z.string().nullable(),
  title: z.string(),
  issued_on: Day.nullable(),
  place: z.string(),
  period: PeriodKey,
  scope: z.string(),
  formula: FormulaId.nullable(),
  as_of: Day,
  fetched_at: Moment,
  content_hash: z.string(),
});

/** About 4 MB at most: one year of daily snapshots of ten series. */
const KEPT_HEADS = 4_000;

/** The versions that a snapshot replaced, newest first. */
const REPLACED = `select v.id from snapshots c cross join snapshots v
  on v.series = c.series and v.as_of = c.as_of and v.id < c.id
  where c.id = +? order by v.id desc`;

/** Reads heads of snapshots. Those read before are kept in memory: what is stored never changes. */
export function snapshotHeads(reader: Reader, { series }: Versions) {
  const one = reader.question(`${HEADS} where v.id = +?`);
  const current = reader.firstCells(
    `select current from ${series} where current is not null
     order by period_end desc, (select as_of from snapshots where id = current) desc, current desc`,
  );
  const replaced = reader.firstCells(REPLACED);
  const kept = new Map<unknown, SnapshotHead>();

  /** The head of a snapshot, by the id found in a row that refers to it. */
  const headOf = (id: unknown): SnapshotHead => {
    const known = kept.get(id);
    if (known !== undefined) return known;
    const head = headFrom(one.get(id));
    if (kept.size >= KEPT_HEADS) kept.clear();
    kept.set(id, head);
    return head;
  };

  return {
    headOf,
    currentHeads: () => current.all().map(headOf),
    replacedHeads: (by: SnapshotId) => replaced.all(by).map(headOf),
  };
}

function headFrom(row: unknown): SnapshotHead {
  const { document_number, title, issued_on, place, ...head } = HeadRow.parse(row);
  return {
    id: head.id,
    source: head.source,
    document: { number: document_number, title, issuedOn: issued_on, place },
    period: head.period,
    scope: head.scope,
    formula: head.formula,
    asOf: head.as_of,
    fetchedAt: head.fetched_at,
    contentHash: head.content_hash,
  };
}
