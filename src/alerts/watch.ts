import type { AgencyId, Directory } from '../agencies/agency.ts';
import { belongingTo } from '../agencies/members.ts';

/** What a chat wants to be warned about: an agency with all that belongs to it, by a first limit of its own or none. */
export type Watch = {
  readonly agency: AgencyId;
  /** Hundredths of a percent. */
  readonly limit: number | null;
};

/**
 * The agencies a chat is warned about, each with its first limit if it has one of its own. Of several that cover an agency
 * the narrowest counts: its own, then that with the fewest agencies.
 */
export function watchedAgencies(
  watches: readonly Watch[],
  directory: Directory,
): ReadonlyMap<AgencyId, number | null> {
  const watched = new Map<AgencyId, number | null>();
  const covering = watches
    .filter(({ agency }) => directory.has(agency))
    .map(({ agency, limit }) => ({ agency, limit, below: belongingTo(directory, agency) }))
    .toSorted((a, b) => a.below.length - b.below.length);
  const watch = (agency: AgencyId, limit: number | null) => {
    if (!watched.has(agency)) watched.set(agency, limit);
  };
  for (const { agency, limit } of covering) watch(agency, limit);
  for (const { below, limit } of covering) for (const { id } of below) watch(id, limit);
  return watched;
}
