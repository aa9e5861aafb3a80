import type { DossierStore } from '../dossiers/store.ts';
import { clearedCounter } from './cleared-count.ts';
import { periodCounter } from './dossier-counts.ts';
import { listQueries } from './dossier-lists.ts';
import { dossierQueries } from './dossier-queries.ts';
import { openStage } from './dossier-stage.ts';
import { dossierWords } from './dossier-words.ts';
import { dueCounter } from './due-counts.ts';
import { sourcesTeller } from './known-sources.ts';
import type { Storage } from './open.ts';
import { dossierPurger } from './purge-dossiers.ts';
import { sourceRemover } from './remove-source.ts';
import type { Stopwatch } from './turns.ts';

/** The dossiers kept in `storage`. What takes long is done in turns of some milliseconds by the stopwatch. */
export function dossierStore(
  { database }: Storage,
  stopwatch: Stopwatch = () => performance.now(),
): DossierStore {
  const base = { database, words: dossierWords(database), stopwatch };
  const lists = listQueries(base);
  return {
    stage: async (list) => openStage(base, list),
    ...lists,
    ...dossierQueries(base),
    ...dueCounter(base, lists.revision),
    countCleared: clearedCounter(base),
    countsIn: periodCounter(base),
    purge: dossierPurger(base),
    sources: sourcesTeller(base),
    removeSource: sourceRemover(base),
  };
}
