import type { Database } from 'better-sqlite3';
import * as z from 'zod';

import { progressOf } from '../dossiers/clock.ts';
import { DOSSIER_STATES } from '../dossiers/dossier.ts';
import type { DossierChanges } from '../dossiers/store.ts';
import { LISTED_COLUMNS, stateCode } from './dossier-rows.ts';
import type { DossierBase, Staged } from './dossier-stage.ts';
import { elsewhereCounter } from './elsewhere-count.ts';

/** What a step changed. */
type Upserted = Pick<DossierChanges, 'added' | 'changed' | 'wentBack' | 'elsewhere'>;

/** A step takes a few milliseconds. */
const ROWS_A_STEP = 250;

const progressIn = (column: string) =>
  `case ${column} ${DOSSIER_STATES.map(
    (state) => `when ${String(stateCode(state))} then ${String(progressOf(state))}`,
  ).join(' ')} end`;

/** Columns that are simply what the newest list says. */
const PLAIN = LISTED_COLUMNS.filter(
  (name) => !['code', 'original_due_at', 'closed_at', 'closed_known'].includes(name),
);
const row = (table: string) => PLAIN.map((name) => `${table}.${name}`).join(', ');

/*
 * The first appointment stays the first one seen. A moment of closing that a list tells goes before one that was
 * assumed, and one assumed stays, or every list would move it.
 */
const UPSERT_TAIL = `
  on conflict (source, code) do update set
    (${PLAIN.join(', ')}) = (${row('excluded')}),
    original_due_at = ifnull(dossiers.original_due_at, excluded.original_due_at),
    closed_at = iif(excluded.queue is not null or excluded.closed_known = 1 or dossiers.closed_at is null,
      excluded.closed_at, dossiers.closed_at),
    closed_known = iif(excluded.queue is null, max(excluded.closed_known, dossiers.closed_known), 0),
    changed_at = excluded.changed_at,
    went_back = went_back + (${progressIn('excluded.state')} < ${progressIn('dossiers.state')})
  where excluded.changed_at >= dossiers.changed_at and (
    (${row('excluded')}) is not (${row('dossiers')})
    or (dossiers.original_due_at is null and excluded.original_due_at is not null)
    or (excluded.closed_known = 1 and excluded.closed_at is not dossiers.closed_at)
    or excluded.closed_known > dossiers.closed_known)`;

const Code = z.string().optional();
const Count = z.int().nonnegative();

/**
 * Makes the function that takes staged rows over, a step at a time, only where they change something. The caller has
 * each step in a transaction.
 */
export function rowUpserter(base: DossierBase, staged: Staged): () => Generator<Upserted, void> {
  const { database, words } = base;
  const { schema, list } = staged;
  const known = { source: words.idOf(list.source), asOf: list.asOf.epochMilliseconds };
  const endOfStep = database
    .prepare(`select code from ${schema}.rows where code > ? order by code limit 1 offset ?`)
    .pluck();
  const lastCode = database.prepare(`select max(code) from ${schema}.rows`).pluck();
  const lastId = database.prepare('select ifnull(max(id), 0) from dossiers').pluck();
  const forget = forgottenRemover(database, schema);
  const setbacks = setbackCounter(database, schema);
  const elsewhereIn = elsewhereCounter(base, staged);
  const upsert = database.prepare(upsertSql(schema));

  return function* steps() {
    const last = z.string().nullable().parse(lastCode.get()) ?? '';
    let after = '';
    while (after !== last) {
      const upto = Code.parse(endOfStep.get(after, ROWS_A_STEP - 1)) ?? last;
      const range = { ...known, after, upto };
      forget(range);
      const wentBack = setbacks(range);
      const elsewhere = elsewhereIn({ after, upto });
      const before = Count.parse(lastId.get());
      const touched = upsert.run(range).changes;
      // Rows are only added here, and each new one gets the next number.
      const added = Count.parse(lastId.get()) - before;
      yield { added, changed: touched - added, wentBack, elsewhere };
      after = upto;
    }
  };
}

const IN_RANGE = 's.code > :after and s.code <= :upto';

function upsertSql(schema: string): string {
  const others = LISTED_COLUMNS.filter((name) => name !== 'closed_at');
  return `insert into dossiers
      (source, first_seen_at, changed_at, closed_at, ${others.join(', ')})
    select :source, :asOf, :asOf, iif(s.queue is null, ifnull(s.closed_at, :asOf), null), ${others
      .map((name) => `s.${name}`)
      .join(', ')}
    from ${schema}.rows s where ${IN_RANGE} ${UPSERT_TAIL}`;
}

type Range = {
  readonly source: number;
  readonly asOf: number;
  readonly after: string;
  readonly upto: string;
};

/** Counts dossiers that a step takes back to an earlier state; on a source's first list there is nothing to look for. */
function setbackCounter(database: Database, schema: string): (range: Range) => number {
  const any = database.prepare('select 1 from dossiers where source = :source limit 1');
  const count = database
    .prepare(
      `select count(*) from ${schema}.rows s
       cross join dossiers d on d.source = :source and d.code = s.code
       where ${IN_RANGE} and :asOf >= d.changed_at
         and ${progressIn('s.state')} < ${progressIn('d.state')}`,
    )
    .pluck();
  return (range) =>
    any.get({ source: range.source }) === undefined ? 0 : Count.parse(count.get(range));
}

/** Leaves out what was closed so long ago that its row was forgotten: it is in the tally, once. */
function forgottenRemover(database: Database, schema: string): (range: Range) => void {
  const any = database.prepare('select 1 from dossier_purges where source = :source limit 1');
  const remove = database.prepare(
    `delete from ${schema}.rows as s where ${IN_RANGE}
       and s.closed_at < (select before from dossier_purges p
         where p.source = :source and p.agency = s.agency)
       and not exists (select 1 from dossiers d where d.source = :source and d.code = s.code)`,
  );
  return ({ asOf: _asOf, ...range }) => {
    if (any.get({ source: range.source }) !== undefined) remove.run(range);
  };
}
