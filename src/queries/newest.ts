import type { SnapshotHead } from '../snapshots/snapshot.ts';

/** Anything read in a table or document. */
type Read = { readonly snapshot: Pick<SnapshotHead, 'id' | 'asOf'> };

/**
 * The one notion of newest among what is said about the same thing: figures that reach a later day, and of the same
 * day those taken in last, which correct the others.
 */
export function newestFirst<R extends Read>(readings: readonly R[]): readonly R[] {
  return readings.toSorted(
    ({ snapshot: a }, { snapshot: b }) => Temporal.PlainDate.compare(b.asOf, a.asOf) || b.id - a.id,
  );
}

/** Of what is said about the same thing (told apart by `nameOf`) the newest; things in the order they come first. */
export function newestOfEach<R extends Read>(
  readings: readonly R[],
  nameOf: (reading: R) => string,
): readonly R[] {
  const named = Map.groupBy(readings, nameOf);
  return [...named.values()].flatMap((group) => newestFirst(group).slice(0, 1));
}
