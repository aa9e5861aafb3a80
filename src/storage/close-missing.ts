import type { AgencyId } from '../agencies/agency.ts';
import type { DossierBase, Staged } from './dossier-stage.ts';

const ROWS_A_STEP = 250;

/**
 * Makes the function that closes the open dossiers of an agency that a complete list no longer shows, a step at a
 * time; each step tells how many. What a newer list has shown stays.
 */
export function missingCloser(
  { database, words }: DossierBase,
  { schema, list }: Staged,
): (agency: AgencyId) => Generator<number, void> {
  const open = database
    .prepare('select id from dossiers where queue is not null and agency = +? and source = +?')
    .pluck();
  // Whether it is open still is asked once more: the steps lie in transactions of their own.
  const close = database.prepare(
    `update dossiers set queue = null, closed_at = :asOf, closed_known = 0, changed_at = :asOf
     where id in (select value from json_each(:ids)) and queue is not null and changed_at <= :asOf
       and not exists (select 1 from ${schema}.rows s where s.code = dossiers.code)`,
  );
  return function* closeMissing(agency) {
    const ids = open.all(words.knownId(agency), words.idOf(list.source));
    const asOf = list.asOf.epochMilliseconds;
    for (let at = 0; at < ids.length; at += ROWS_A_STEP) {
      yield close.run({ ids: JSON.stringify(ids.slice(at, at + ROWS_A_STEP)), asOf }).changes;
    }
  };
}
