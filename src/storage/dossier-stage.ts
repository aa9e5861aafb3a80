import { setImmediate as nextTurn } from 'node:timers/promises';

import type Database from 'better-sqlite3';

import type { AgencyId } from '../agencies/agency.ts';
import { queueOf } from '../dossiers/clock.ts';
import type { Dossier } from '../dossiers/dossier.ts';
import { isSampleCode } from '../dossiers/sample-code.ts';
import type { DossierList, DossierStage } from '../dossiers/store.ts';
import { applyStaged } from './apply-staged.ts';
import { LISTED_COLUMNS, listedValues } from './dossier-rows.ts';
import type { DossierWords } from './dossier-words.ts';
import { stageFile } from './stage-file.ts';
import { standingsOf } from './standings.ts';
import { type Stopwatch, takeTurns } from './turns.ts';

/** Where dossiers go: the database and its words, and what measures how long work on them holds the event loop. */
export type DossierBase = {
  readonly database: Database.Database;
  readonly words: DossierWords;
  readonly stopwatch: Stopwatch;
};

/** Rows of one list in a database of their own, with what was counted on the way. */
export type Staged = {
  /** Name under which that database is attached; its one table is `rows`. */
  readonly schema: string;
  readonly list: DossierList;
  readonly agencies: ReadonlySet<AgencyId>;
  readonly rows: number;
  readonly test: number;
  readonly sensitive: number;
};

/**
 * Opens a stage for a list: a temporary database in a file of its own. While a list is read nothing is locked, nobody
 * sees any of it, and the memory it takes does not grow with it.
 */
export function openStage(base: DossierBase, list: DossierList): DossierStage {
  const file = stageFile();
  const add = rowAdder(file.database, base.words);
  const agencies = new Map<AgencyId, number>();
  const counted = { rows: 0, test: 0, sensitive: 0 };
  let { sample } = list;

  const count = (dossier: Dossier) => {
    const { code, agency, test, sensitive } = dossier;
    const isOpen = queueOf(dossier) !== null;
    agencies.set(agency, (agencies.get(agency) ?? 0) + Number(isOpen));
    // One is enough: what is shown of the list is then no longer what was reported.
    sample ||= isSampleCode(code);
    counted.rows += 1;
    if (test) counted.test += 1;
    if (sensitive) counted.sensitive += 1;
  };
  return {
    async add(rows) {
      const repeated: string[] = [];
      const turns = takeTurns(base.stopwatch);
      for (const row of rows) {
        if (turns.isOver()) await turns.next();
        if (add(row)) count(row);
        else repeated.push(row.code);
      }
      return repeated;
    },
    standings: () => standingsOf(base, list, { rows: file.database, open: agencies }),
    async apply() {
      try {
        file.finish();
        // Writing what is left of the file has taken a turn of its own.
        await nextTurn();
        const schema = file.attachTo(base.database);
        try {
          return await applyStaged(base, {
            schema,
            list: { ...list, sample },
            agencies: new Set(agencies.keys()),
            ...counted,
          });
        } finally {
          base.database.exec(`detach ${schema}`);
        }
      } finally {
        file.remove();
      }
    },
    drop: async () => file.remove(),
  };
}

/** Makes the function that stages a row; it tells whether its code is new in the list. */
function rowAdder(stage: Database.Database, words: DossierWords): (row: Dossier) => boolean {
  const insert = stage.prepare(
    `insert into rows (${LISTED_COLUMNS.join(', ')})
     values (${LISTED_COLUMNS.map(() => '?').join(', ')}) on conflict do nothing`,
  );
  return (row) => insert.run(listedValues(row, words)).changes > 0;
}
