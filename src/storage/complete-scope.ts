import * as z from 'zod';

import type { AgencyId } from '../agencies/agency.ts';
import type { DossierList } from '../dossiers/store.ts';
import type { DossierBase } from './dossier-stage.ts';

const Ids = z.array(z.int());

/** Agencies all of whose open dossiers are in a list that shows dossiers of `shown`. */
export function agenciesInScope(
  { database, words }: Pick<DossierBase, 'database' | 'words'>,
  { source, completeFor }: Pick<DossierList, 'source' | 'completeFor'>,
  shown: ReadonlySet<AgencyId>,
): ReadonlySet<AgencyId> {
  if (completeFor === null) return new Set();
  if (completeFor === 'agenciesInIt') return shown;
  if (completeFor !== 'agenciesOfSource') return new Set(completeFor);
  const open = database
    .prepare('select distinct agency from dossiers where queue is not null and source = +?')
    .pluck();
  const before = Ids.parse(open.all(words.knownId(source))).map((id) => words.agencyOf(id));
  return new Set([...shown, ...before]);
}
