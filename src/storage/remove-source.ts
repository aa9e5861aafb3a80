import type { DossierStore } from '../dossiers/store.ts';
import type { DossierBase } from './dossier-stage.ts';
import { takeTurns, type Turns } from './turns.ts';

const ROWS_A_STEP = 250;

/**
 * Removes a source's dossiers in steps. Its counts and lists go with the first, so that whatever is cut off is taken in anew
 * or removed by the next, and with every other, for what came meanwhile.
 */
export function sourceRemover({
  database,
  words,
  stopwatch,
}: DossierBase): DossierStore['removeSource'] {
  const removeSome = database.prepare(
    `delete from dossiers where id in
       (select id from dossiers where source = +? limit ${String(ROWS_A_STEP)})`,
  );
  const others = ['dossier_tally', 'dossier_purges', 'dossier_list_agencies', 'dossier_lists'].map(
    (table) => database.prepare(`delete from ${table} where source = +?`),
  );
  const move = database.prepare('update dossier_revision set number = number + 1');
  const removeTurn = database.transaction((source: number, turns: Turns) => {
    for (const remove of others) remove.run(source);
    let removed = 0;
    let some;
    do {
      some = removeSome.run(source).changes;
      removed += some;
    } while (some === ROWS_A_STEP && !turns.isOver());
    const isLast = some < ROWS_A_STEP;
    move.run();
    return { removed, isLast };
  });

  return async (name) => {
    const source = words.knownId(name);
    if (source === null) return 0;
    const turns = takeTurns(stopwatch);
    let total = 0;
    for (;;) {
      const { removed, isLast } = removeTurn.immediate(source, turns);
      total += removed;
      if (isLast) return total;
      await turns.next();
    }
  };
}
