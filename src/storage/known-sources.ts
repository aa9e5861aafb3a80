import * as z from 'zod';

import type { DossierStore } from '../dossiers/store.ts';
import type { DossierBase } from './dossier-stage.ts';

const Ids = z.array(z.int());

/** Makes the function that tells of which sources anything is known. Of millions of dossiers it looks at one of each. */
export function sourcesTeller({
  database,
  words,
}: Pick<DossierBase, 'database' | 'words'>): DossierStore['sources'] {
  const known = database
    .prepare(
      `with recursive of_dossiers (source) as (
         select min(source) from dossiers
         union all
         select (select min(source) from dossiers where source > of_dossiers.source)
         from of_dossiers where source is not null
       )
       select source from of_dossiers where source is not null
       union select source from dossier_lists
       union select source from dossier_tally`,
    )
    .pluck();
  return async () => {
    const names = Ids.parse(known.all()).map((id) => words.wordOf(id));
    return names.toSorted((one, other) => (one < other ? -1 : 1));
  };
}
