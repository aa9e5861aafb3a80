import type { SnapshotHead } from './snapshot.ts';

/** What tells one series of versions from another. */
export type OfSeries = Pick<SnapshotHead, 'source' | 'document' | 'period' | 'scope'>;

/** Whether two snapshots are versions of one table: (document number, place, scope, period), whoever read it. */
export function isSameSeries(a: OfSeries, b: OfSeries): boolean {
  return (
    a.scope === b.scope &&
    a.period === b.period &&
    a.document.place === b.document.place &&
    a.document.number === b.document.number &&
    (a.document.number !== null || a.source === b.source)
  );
}
