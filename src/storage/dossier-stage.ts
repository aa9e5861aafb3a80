import { randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Database } from 'better-sqlite3';

import type { AgencyId } from '../agencies/agency.ts';
import type { Dossier } from '../dossiers/dossier.ts';
import type { DossierList, DossierStage } from '../dossiers/store.ts';
import { applyStaged } from './apply-staged.ts';
import { LISTED_COLUMNS, listedValues } from './dossier-rows.ts';
import type { DossierWords } from './dossier-words.ts';

/** Where dossiers go: the database and its words. */
export type DossierBase = { readonly database: Database; readonly words: DossierWords };

/** Rows of one list in a database of their own, with what was counted on the way. */
export type Staged = {
  /** Name of the attached database; its one table is `rows`. */
  readonly schema: string;
  readonly list: DossierList;
  readonly agencies: ReadonlySet<AgencyId>;
  readonly rows: number;
  readonly test: number;
  readonly sensitive: number;
};

/** Some milliseconds of work: others get their turn in between. */
const ROWS_A_TURN = 1_000;
const CACHE_KIB = 8_000;

/**
 * Opens a stage for a list: a temporary database beside the real one, which SQLite keeps in a file without a name and
 * forgets with the stage or the process. While a list is read nothing is locked and nobody sees any of it.
 */
export function openStage(base: DossierBase, list: DossierList): DossierStage {
  const schema = attach(base.database);
  const add = rowAdder(base, schema);
  const agencies = new Set<AgencyId>();
  const counted = { rows: 0, test: 0, sensitive: 0 };
  let open = true;

  const count = ({ agency, test, sensitive }: Dossier) => {
    agencies.add(agency);
    counted.rows += 1;
    if (test) counted.test += 1;
    if (sensitive) counted.sensitive += 1;
  };
  const close = () => {
    if (open) base.database.exec(`detach ${schema}`);
    open = false;
  };
  return {
    async add(rows) {
      const repeated: string[] = [];
      for (let start = 0; start < rows.length; start += ROWS_A_TURN) {
        if (start > 0) await nextTurn();
        const added = add(rows.slice(start, start + ROWS_A_TURN));
        for (const row of added.fresh) count(row);
        repeated.push(...added.repeated);
      }
      return repeated;
    },
    async apply() {
      const changes = await applyStaged(base, { schema, list, agencies, ...counted });
      close();
      return changes;
    },
    drop: async () => close(),
  };
}

function attach(database: Database): string {
  const schema = `stage_${randomBytes(6).toString('hex')}`;
  const columns = LISTED_COLUMNS.filter((name) => name !== 'code');
  database.exec(`attach '' as ${schema}`);
  // What is staged is thrown away after a fault: there is nothing to protect from one.
  database.pragma(`${schema}.journal_mode = off`);
  database.pragma(`${schema}.cache_size = -${String(CACHE_KIB)}`);
  database.exec(
    `create table ${schema}.rows (code text primary key check (code <> ''), ${columns.join(', ')}) without rowid`,
  );
  return schema;
}

function rowAdder({ database, words }: DossierBase, schema: string) {
  const insert = database.prepare(
    `insert into ${schema}.rows (${LISTED_COLUMNS.join(', ')})
     values (${LISTED_COLUMNS.map(() => '?').join(', ')}) on conflict do nothing`,
  );
  const insertAll = database.transaction((rows: readonly Listed[]) => {
    const added = { fresh: new Array<Dossier>(), repeated: new Array<string>() };
    for (const { row, values } of rows) {
      if (insert.run(values).changes > 0) added.fresh.push(row);
      else added.repeated.push(row.code);
    }
    return added;
  });
  // New words are numbered before: within the transaction they would be undone with it, and be remembered all the same.
  return (rows: readonly Dossier[]) =>
    insertAll(rows.map((row) => ({ row, values: listedValues(row, words) })));
}

type Listed = { readonly row: Dossier; readonly values: ReturnType<typeof listedValues> };
