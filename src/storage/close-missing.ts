import type { AgencyId } from '../agencies/agency.ts';
import type { DossierBase, Staged } from './dossier-stage.ts';

const ROWS_A_STEP = 3_000;

/**
 * Makes the function that closes the open dossiers of an agency that a complete list no longer shows, a step at a
 * time; each step tells how many. What a newer list has shown stays.
 */
export function missingCloser(
  { database, words }: DossierBase,
  { schema, list }: Staged,
): (agency: AgencyId) => Generator<number, void> {
  const close = database.prepare(
    `update dossiers set queue = null, closed_at = :asOf, closed_known = 0, changed_at = :asOf
     where id in (
       select d.id from dossiers d
       where d.queue is not null and d.agency = +:agency and d.source = :source and d.changed_at <= :asOf
         and not exists (select 1 from ${schema}.rows s where s.code = d.code)
       limit ${String(ROWS_A_STEP)})`,
  );
  return function* closeMissing(agency) {
    const known = {
      agency: words.knownId(agency),
      source: words.idOf(list.source),
      asOf: list.asOf.epochMilliseconds,
    };
    let closed;
    do {
      closed = close.run(known).changes;
      yield closed;
    } while (closed === ROWS_A_STEP);
  };
}
