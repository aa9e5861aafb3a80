import { setImmediate as nextTurn } from 'node:timers/promises';

import type { DossierStore } from '../dossiers/store.ts';
import type { DossierBase } from './dossier-stage.ts';

const ROWS_A_TURN = 3_000;

/** Removes a source's dossiers in steps, then its counts and lists: a source cut off half way is removed by the next. */
export function sourceRemover({ database, words }: DossierBase): DossierStore['removeSource'] {
  const removeSome = database.prepare(
    `delete from dossiers where id in
       (select id from dossiers where source = +? limit ${String(ROWS_A_TURN)})`,
  );
  const others = ['dossier_tally', 'dossier_purges', 'dossier_list_agencies', 'dossier_lists'].map(
    (table) => database.prepare(`delete from ${table} where source = +?`),
  );
  const move = database.prepare('update dossier_revision set number = number + 1');
  const step = database.transaction((source: number) => {
    const removed = removeSome.run(source).changes;
    if (removed < ROWS_A_TURN) for (const remove of others) remove.run(source);
    move.run();
    return removed;
  });

  return async (name) => {
    const source = words.knownId(name);
    if (source === null) return 0;
    let removed = 0;
    for (;;) {
      const some = step.immediate(source);
      removed += some;
      if (some < ROWS_A_TURN) return removed;
      await nextTurn();
    }
  };
}
