import type { AgencyId, Directory } from '../agencies/agency.ts';
import { belongingTo } from '../agencies/members.ts';

/** What a chat wants to be warned about: an agency with all that belongs to it, by a first limit of its own or none. */
export type Watch = {
  readonly agency: AgencyId;
  /** Hundredths of a percent. */
  readonly limit: number | null;
  /** What was told before is not known here any more: the chat was sent nothing in between. */
  readonly since: Temporal.Instant;
};

/**
 * The agencies a chat is warned about, each with the watch that covers it. Of several the narrowest counts: its own, then that
 * with the fewest agencies.
 */
export function watchedAgencies<One extends Watch>(
  watches: readonly One[],
  directory: Directory,
): ReadonlyMap<AgencyId, One> {
  const watched = new Map<AgencyId, One>();
  const covering = watches
    .filter(({ agency }) => directory.has(agency))
    .map((watch) => ({ watch, below: belongingTo(directory, watch.agency) }))
    .toSorted((a, b) => a.below.length - b.below.length);
  const add = (agency: AgencyId, watch: One) => {
    if (!watched.has(agency)) watched.set(agency, watch);
  };
  for (const { watch } of covering) add(watch.agency, watch);
  for (const { watch, below } of covering) for (const { id } of below) add(id, watch);
  return watched;
}
