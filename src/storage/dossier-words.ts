import type { Database } from 'better-sqlite3';
import * as z from 'zod';

import { AgencyId } from '../agencies/agency.ts';

/** Words of dossiers, kept once each and numbered. */
export type DossierWords = {
  /** The number of a word, given one if it is new. Not to be called within a transaction that may be undone. */
  idOf(word: string): number;
  /** The number of a word that is known; null for one no dossier has. */
  knownId(word: string): number | null;
  /** The word of a number found in a row. */
  wordOf(id: number): string;
  /** The agency of a number found in a row. */
  agencyOf(id: number): AgencyId;
};

/** About 10 MB at most; steps and desks of a province are some thousands. */
const KEPT_WORDS = 100_000;

const Id = z.int().positive();
const Word = z.string();

/** Reads and numbers words. What was read is kept in memory: numbers never change, whoever gives them. */
export function dossierWords(database: Database): DossierWords {
  const insert = database.prepare('insert into dossier_words (word) values (?)');
  const find = database.prepare('select id from dossier_words where word = +?').pluck();
  const read = database.prepare('select word from dossier_words where id = +?').pluck();
  const ids = new Map<string, number>();
  const words = new Map<number, string>();
  const agencies = new Map<number, AgencyId>();

  const keep = (id: number, word: string) => {
    if (ids.size >= KEPT_WORDS) {
      ids.clear();
      words.clear();
    }
    ids.set(word, id);
    words.set(id, word);
    return id;
  };
  const findOrAdd = database.transaction((word: string): number =>
    Id.parse(find.get(word) ?? insert.run(word).lastInsertRowid),
  );
  const knownId = (word: string): number | null => {
    const kept = ids.get(word);
    if (kept !== undefined) return kept;
    const id = Id.optional().parse(find.get(word));
    return id === undefined ? null : keep(id, word);
  };
  const wordOf = (id: number): string => {
    const kept = words.get(id);
    if (kept !== undefined) return kept;
    const word = Word.parse(read.get(id));
    keep(id, word);
    return word;
  };
  const agencyOf = (id: number): AgencyId => {
    const agency = agencies.get(id) ?? AgencyId.parse(wordOf(id));
    agencies.set(id, agency);
    return agency;
  };
  return {
    knownId,
    idOf: (word) => knownId(word) ?? keep(findOrAdd.immediate(word), word),
    wordOf,
    agencyOf,
  };
}
