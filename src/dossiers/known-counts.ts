import type { Agency, AgencyId, Directory } from '../agencies/agency.ts';
import { existsDuring, type Span } from '../agencies/existence.ts';
import { dayOf } from '../clock.ts';
import type { Counts } from '../figures/counts.ts';
import { sumCounts } from '../figures/sum-counts.ts';
import type { TakenList } from './store.ts';

/**
 * How much lists tell of an agency in a period: all of it so far, only part, or made-up dossiers. What is only known in
 * part has too few finished dossiers, so that its rate of late ones is too high.
 */
export type Fullness = 'whole' | 'part' | 'sample';

/** What was counted of an agency. */
export type KnownCounts = { readonly counts: Counts; readonly fullness: Fullness };

/** Lists come every working day; over a long weekend there is none. */
const STALE_DAYS = 4;

/**
 * How much is known of an agency. `finished`: how many of its dossiers that were finished before the period or at its
 * beginning lists show. Where there is none of them, lists show only what was open when they began, or were too few to tell.
 */
export function fullnessOf(known: {
  /** Its lists, newest first. */
  readonly lists: readonly TakenList[];
  /** The day of the newest list of all. */
  readonly newest: Temporal.PlainDate;
  readonly finished: number;
}): Fullness {
  const { lists, newest, finished } = known;
  const [own] = lists;
  if (lists.some(({ sample }) => sample)) return 'sample';
  const isStale =
    own === undefined ||
    Temporal.PlainDate.compare(dayOf(own.asOf).add({ days: STALE_DAYS }), newest) < 0;
  return isStale || finished === 0 ? 'part' : 'whole';
}

type Own = ReadonlyMap<AgencyId, KnownCounts>;

/**
 * Adds the totals that lists do not have: an agency over others is its own dossiers and all that is known below it where that
 * is most of it, and known in part where one of them that exists in the period is not known, or in part. Some dossiers of
 * its own beside too few below are no total: they are told of nobody.
 */
export function withTotals(
  own: Own,
  { directory, period }: { readonly directory: Directory; readonly period: Span },
): Own {
  const all = new Map(own);
  for (const { id } of directory.agencies) {
    if (isAll(id, own, directory)) continue;
    const total = totalOver(id, own, { directory, period });
    if (total === null) all.delete(id);
    else all.set(id, total);
  }
  return all;
}

/** Whether what lists say of an agency itself is all there is: they say nothing of those below it. */
function isAll(id: AgencyId, own: Own, directory: Directory): boolean {
  return (
    own.has(id) && !directory.children(id).some((child) => isKnownIn(child.id, own, directory))
  );
}

function isKnownIn(id: AgencyId, own: Own, directory: Directory): boolean {
  return own.has(id) || directory.children(id).some((child) => isKnownIn(child.id, own, directory));
}

function totalOver(
  id: AgencyId,
  own: Own,
  { directory, period }: Parameters<typeof withTotals>[1],
): KnownCounts | null {
  const units = unitsIn(id, own, directory);
  const known = units.flatMap((unit) => own.get(unit.id) ?? []);
  const expected = expectedOf(units, own, period);
  if (known.length === 0 || known.length * 2 < expected.length) return null;
  const isWhole = known.length === expected.length;
  const kinds = new Set(known.map(({ fullness }) => fullness));
  const least = (['sample', 'part'] as const).find((kind) => kinds.has(kind));
  return {
    counts: sumCounts(known.map(({ counts }) => counts)),
    fullness: least ?? (isWhole ? 'whole' : 'part'),
  };
}

/** Those of the period; where only agencies that are no more are known, all there were. */
function expectedOf(units: readonly Agency[], own: Own, period: Span): readonly Agency[] {
  const isOfPeriod = (unit: Agency): boolean => existsDuring(unit, period);
  const isKnown = ({ id }: Agency): boolean => own.has(id);
  return units.some((unit) => isKnown(unit) && isOfPeriod(unit))
    ? units.filter((unit) => isKnown(unit) || isOfPeriod(unit))
    : units;
}

/** The lowest below one, and itself where it has dossiers of its own; of one that these are all of, only itself. */
function unitsIn(id: AgencyId, own: Own, directory: Directory): readonly Agency[] {
  const self = directory.get(id);
  const children = directory.children(id);
  if (children.length === 0 || isAll(id, own, directory)) return [self];
  const below = children.flatMap((child) => unitsIn(child.id, own, directory));
  return own.has(id) ? [self, ...below] : below;
}
