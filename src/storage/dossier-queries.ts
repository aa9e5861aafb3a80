import type { AgencyId } from '../agencies/agency.ts';
import type { DossierStore } from '../dossiers/store.ts';
import {
  CLOSED_COLUMNS,
  DUE_COLUMNS,
  dueDossier,
  keptDossier,
  OPEN_COLUMNS,
} from './dossier-rows.ts';
import type { DossierBase } from './dossier-stage.ts';

/*
 * `= +?` as in the other queries: bound bare, SQLite would plan anew for every value. Queues as numbered in the
 * migration: 0 running, 1 paused. Both lists lie in dossiers_open as they are told.
 */
/** @internal Exported for the benchmark. */
export const DUE = `select ${DUE_COLUMNS} from dossiers
  where queue is not null and agency = +? and queue = 0 and current_due_at < +?
  order by current_due_at, code, source`;
const PAUSED = `select ${OPEN_COLUMNS} from dossiers
  where queue is not null and agency = +? and queue = 1
  order by current_due_at nulls last, code, source`;
const CLOSED = `select ${CLOSED_COLUMNS} from dossiers
  where agency = +? and closed_at >= +? and closed_at < +? and test = 0
  order by closed_at, code, source`;

type DossierQueries = Pick<DossierStore, 'due' | 'paused' | 'closed'>;

/** The questions of `DossierStore` that are answered by dossiers. */
export function dossierQueries({ database, words }: DossierBase): DossierQueries {
  const raw = (sql: string) => database.prepare<unknown[], unknown[]>(sql).raw();
  const due = raw(DUE);
  const paused = raw(PAUSED);
  const closed = raw(CLOSED);
  const keptOf = (agency: AgencyId) => (row: readonly unknown[]) => keptDossier(row, agency, words);

  return {
    due: async (agency, until) =>
      due.all(words.knownId(agency), until.epochMilliseconds).map((row) => dueDossier(row, words)),
    paused: async (agency) => paused.all(words.knownId(agency)).map(keptOf(agency)),
    closed: async (agency, { from, to }) =>
      closed
        .all(words.knownId(agency), from.epochMilliseconds, to.epochMilliseconds)
        .map(keptOf(agency)),
  };
}
