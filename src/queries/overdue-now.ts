import type { Agency } from '../agencies/agency.ts';
import { dueBounds } from '../calendar/due-bounds.ts';
import { NOTHING_DUE } from '../dossiers/due-counts.ts';
import type { DueKnowledge } from './due-knowledge.ts';
import { type DueSources, dueSources } from './due-sources.ts';
import { listBefore } from './since-day-before.ts';
import type { DueUnit } from './units-below.ts';

/** Agencies in order of the dossiers that are late at this moment. */
export type OverdueNow = DueSources & {
  readonly now: Temporal.Instant;
  readonly first: 'most' | 'fewest';
  /** Those that there is a list of, in order. */
  readonly units: readonly DueUnit[];
};

/** Puts agencies in order of what is late by their lists of dossiers; null where there is no list of any of them. */
export async function askOverdueNow(
  knowledge: DueKnowledge,
  agencies: readonly Agency[],
  first: OverdueNow['first'],
): Promise<OverdueNow | null> {
  const { clock, calendar, dossiers } = knowledge;
  const [one, ...others] = agencies;
  if (one === undefined) return null;
  const now = clock.now();
  const since = listBefore({ now, only: 'overdue' }, calendar).at;
  const sources = await dueSources(one, { units: others, now, since }, knowledge);
  if (sources.lists.length === 0) return null;
  const counts = await dossiers.dueCounts(dueBounds(now, calendar));
  const listed = await Promise.all(
    agencies.map(async (agency) => ((await dossiers.lists(agency.id)).length > 0 ? [agency] : [])),
  );
  const direction = first === 'most' ? -1 : 1;
  const units = listed
    .flat()
    .map((agency) => ({ agency, counts: counts.get(agency.id) ?? NOTHING_DUE }));
  return {
    ...sources,
    now,
    first,
    units: units.toSorted((a, b) => direction * (a.counts.overdue - b.counts.overdue)),
  };
}
