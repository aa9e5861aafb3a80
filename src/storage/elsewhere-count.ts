import * as z from 'zod';

import type { DossierBase, Staged } from './dossier-stage.ts';

/** Codes from one, exclusive, up to another, inclusive. */
type Stretch = { readonly after: string; readonly upto: string };

const SourceIds = z.array(z.int());
const Count = z.int().nonnegative();

/**
 * Makes the function that counts, of a stretch of staged rows, the open ones that are open in another source too, of the
 * same agency and under the same code. Codes alone say nothing: agencies that number for themselves use the same ones.
 */
export function elsewhereCounter(
  { database, words }: Pick<DossierBase, 'database' | 'words'>,
  { schema, list }: Pick<Staged, 'schema' | 'list'>,
): (stretch: Stretch) => number {
  const others = database
    .prepare('select distinct source from dossier_lists where source <> +? and sample = 0')
    .pluck();
  const sources = SourceIds.parse(others.all(words.knownId(list.source)));
  if (sources.length === 0) return () => 0;
  const count = database
    .prepare(
      `select count(*) from ${schema}.rows s
       where s.code > :after and s.code <= :upto and s.queue is not null
         and exists (select 1 from json_each(:sources) o
           cross join dossiers d on d.source = o.value and d.code = s.code
           where d.queue is not null and d.agency = s.agency)`,
    )
    .pluck();
  return (stretch) => Count.parse(count.get({ ...stretch, sources: JSON.stringify(sources) }));
}
