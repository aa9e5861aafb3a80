import type Database from 'better-sqlite3';
import * as z from 'zod';

import type { AgencyId } from '../agencies/agency.ts';
import type { DossierList, Standing } from '../dossiers/store.ts';
import { agenciesInScope } from './complete-scope.ts';
import type { DossierBase } from './dossier-stage.ts';
import { takeTurns } from './turns.ts';

const Codes = z.array(z.string());
const Moment = z.int().nullish();

/** Rows put aside, and how many of them are open, by their agencies. */
type Shown = {
  readonly rows: Database.Database;
  readonly open: ReadonlyMap<AgencyId, number>;
};

/** What a list makes of what its source has open of each agency that it is complete for. */
export async function standingsOf(
  base: DossierBase,
  { source, completeFor }: Pick<DossierList, 'source' | 'completeFor'>,
  { rows, open }: Shown,
): Promise<readonly Standing[]> {
  if (completeFor === null) return [];
  const known = knownOf(base, source);
  const isOpenIn = rows.prepare('select queue is not null from rows where code = ?').pluck();
  const turns = takeTurns(base.stopwatch);
  const standings: Standing[] = [];
  for (const agency of agenciesInScope(base, { source, completeFor }, new Set(open.keys()))) {
    const { codes, newestAsOf } = known(agency);
    let [missing, still] = [0, 0];
    for (const code of codes) {
      if (turns.isOver()) await turns.next();
      const isOpen = isOpenIn.get(code);
      if (isOpen === undefined) missing += 1;
      else if (isOpen === 1) still += 1;
    }
    const added = Math.max(0, (open.get(agency) ?? 0) - still);
    standings.push({ agency, before: codes.length, missing, added, newestAsOf });
  }
  return standings;
}

/**
 * Makes the function that tells what a source has open of an agency. Where a list was cut off while it was taken over,
 * what it has brought is left out: it came beside dossiers which that list would have closed in the end.
 */
function knownOf({ database, words }: DossierBase, name: string) {
  const source = words.knownId(name);
  const cutOff = `from dossier_lists where source = +:source and status = 'applying'`;
  const open = database
    .prepare(
      `select code from dossiers where queue is not null and agency = +:agency and source = +:source
         and not (first_seen_at in (select as_of ${cutOff}) and id > (select min(after_id) ${cutOff}))`,
    )
    .pluck();
  const newest = database
    .prepare(
      `select l.as_of from dossier_list_agencies a join dossier_lists l on l.id = a.list
       where a.agency = ? and a.source = ?`,
    )
    .pluck();
  return (id: AgencyId) => {
    const agency = words.knownId(id);
    const moment = Moment.parse(newest.get(agency, source)) ?? null;
    return {
      codes: Codes.parse(open.all({ agency, source })),
      newestAsOf: moment === null ? null : Temporal.Instant.fromEpochMilliseconds(moment),
    };
  };
}
