import * as z from 'zod';

import type { DossierStore } from '../dossiers/store.ts';
import type { DossierBase } from './dossier-stage.ts';

/* The agencies are given as JSON, so that each is one seek in dossiers_closed and only what ended in between is read. */
const CLEARED = `select count(*)
  from json_each(:agencies) a cross join dossiers d
    on d.agency = a.value and d.closed_at >= +:from and d.closed_at < +:to
  where d.test = 0 and d.current_due_at < :dueBefore and d.first_seen_at <= :from`;

const Dossiers = z.int().nonnegative();

/** Counts what left the list of due dossiers. */
export function clearedCounter({ database, words }: DossierBase): DossierStore['countCleared'] {
  const count = database.prepare(CLEARED).pluck();
  return async (agencies, { from, to, dueBefore }) =>
    Dossiers.parse(
      count.get({
        agencies: JSON.stringify(
          agencies.map((agency) => words.knownId(agency)).filter((id) => id !== null),
        ),
        from: from.epochMilliseconds,
        to: to.epochMilliseconds,
        dueBefore: dueBefore.epochMilliseconds,
      }),
    );
}
