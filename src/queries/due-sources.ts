import type { Agency } from '../agencies/agency.ts';
import { existsOn } from '../agencies/existence.ts';
import { dayOf } from '../clock.ts';
import type { TakenList } from '../dossiers/store.ts';
import { uniqueBy } from '../unique-by.ts';
import type { DueKnowledge } from './due-knowledge.ts';

/** What a list of due dossiers comes from, and whose dossiers are not in it. */
export type DueSources = {
  /** The lists of the agency and of those below it, newest first. */
  readonly lists: readonly TakenList[];
  /** The newest list is older than a working day. */
  readonly stale: boolean;
  /** Agencies below it that exist today and of which there is no list: nothing is known of them. */
  readonly unlisted: readonly Agency[];
  /** Agencies below it whose newest list is older than a working day, when others have a newer one. */
  readonly outdated: readonly Agency[];
};

type Scope = {
  readonly units: readonly Agency[];
  readonly now: Temporal.Instant;
  /** What is older is old. */
  readonly since: Temporal.Instant;
};

/** Which lists there are of an agency and the units below it; one that is missing is not the same as nothing due. */
export async function dueSources(
  agency: Agency,
  { units, now, since }: Scope,
  { dossiers }: Pick<DueKnowledge, 'dossiers'>,
): Promise<DueSources> {
  const isOld = ({ asOf }: TakenList) => Temporal.Instant.compare(asOf, since) < 0;
  const own = await dossiers.lists(agency.id);
  const below = await Promise.all(
    units.map(async (unit) => ({ unit, lists: await dossiers.lists(unit.id) })),
  );
  const lists = uniqueBy([own, ...below.map((each) => each.lists)].flat(), keyOf).toSorted((a, b) =>
    Temporal.Instant.compare(b.asOf, a.asOf),
  );
  const stale = lists.every(isOld);
  const today = dayOf(now);
  const missing = below.filter((each) => each.lists.length === 0 && existsOn(each.unit, today));
  const old = below.filter((each) => each.lists.length > 0 && each.lists.every(isOld));
  return {
    lists,
    stale,
    unlisted: missing.map(({ unit }) => unit),
    outdated: stale ? [] : old.map(({ unit }) => unit),
  };
}

function keyOf({ source, origin, asOf }: TakenList): string {
  return JSON.stringify([source, origin, asOf]);
}
