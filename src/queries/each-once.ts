import type { StatementReading } from '../snapshots/store.ts';

/** What several documents (or one that was taken in twice) state about the same thing counts once: the one given first. */
export function eachOnce(readings: readonly StatementReading[]): readonly StatementReading[] {
  const named = Map.groupBy(readings, ({ statement: { agency, field, metric } }) =>
    [agency, field, metric].join(' '),
  );
  return [...named.values()].flatMap(([first]) => first ?? []);
}
