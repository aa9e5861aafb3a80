import type Database from 'better-sqlite3';
import * as z from 'zod';

import type { AgencyId } from '../agencies/agency.ts';
import type { DossierList, Standing } from '../dossiers/store.ts';
import { agenciesInScope } from './complete-scope.ts';
import type { DossierBase } from './dossier-stage.ts';
import { takeTurns } from './turns.ts';

const Codes = z.array(z.string());

/** Rows put aside, and how many of them are open, by their agencies. */
type Shown = {
  readonly rows: Database.Database;
  readonly open: ReadonlyMap<AgencyId, number>;
};

/** What a list makes of what its source has open of each agency that it is complete for. */
export async function standingsOf(
  { database, words, stopwatch }: DossierBase,
  { source, completeFor }: Pick<DossierList, 'source' | 'completeFor'>,
  { rows, open }: Shown,
): Promise<readonly Standing[]> {
  if (completeFor === null) return [];
  const known = database
    .prepare('select code from dossiers where queue is not null and agency = +? and source = +?')
    .pluck();
  const isOpenIn = rows.prepare('select queue is not null from rows where code = ?').pluck();
  const turns = takeTurns(stopwatch);
  const standings: Standing[] = [];
  const shown = new Set(open.keys());
  for (const agency of agenciesInScope({ database, words }, { source, completeFor }, shown)) {
    const codes = Codes.parse(known.all(words.knownId(agency), words.knownId(source)));
    let [missing, still] = [0, 0];
    for (const code of codes) {
      if (turns.isOver()) await turns.next();
      const isOpen = isOpenIn.get(code);
      if (isOpen === undefined) missing += 1;
      else if (isOpen === 1) still += 1;
    }
    const added = Math.max(0, (open.get(agency) ?? 0) - still);
    standings.push({ agency, before: codes.length, missing, added });
  }
  return standings;
}
