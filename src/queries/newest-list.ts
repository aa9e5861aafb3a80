import type { Agency } from '../agencies/agency.ts';
import type { TakenList } from '../dossiers/store.ts';
import { uniqueBy } from '../unique-by.ts';
import type { DueKnowledge } from './due-knowledge.ts';
import { unitBeside, unitsBelow } from './units-below.ts';

/** The newest list of one source that has dossiers of these agencies or of those below them; null = there is none. */
export async function newestListFrom(
  source: string,
  agencies: readonly Agency[],
  { directory, dossiers }: Pick<DueKnowledge, 'directory' | 'dossiers'>,
): Promise<TakenList | null> {
  const places = agencies.flatMap((agency) => {
    const beside = unitBeside(agency, { directory });
    return [agency, ...unitsBelow(agency, { directory }), ...(beside === null ? [] : [beside])];
  });
  const found = await Promise.all(
    uniqueBy(places, ({ id }) => id).map(({ id }) => dossiers.lists(id)),
  );
  const [newest = null] = found
    .flat()
    .filter((list) => list.source === source)
    .toSorted((a, b) => Temporal.Instant.compare(b.asOf, a.asOf));
  return newest;
}
