import { dayOf } from '../clock.ts';
import type { SnapshotHead } from './snapshot.ts';

/**
 * Whether a version was given out as final: what a system counts is open until its last day is over, and a later reading
 * of that day only goes on counting. A numbered document is final when it is issued.
 */
export function wasFinal({
  document,
  fetchedAt,
  asOf,
}: Pick<SnapshotHead, 'document' | 'fetchedAt' | 'asOf'>): boolean {
  return document.number !== null || Temporal.PlainDate.compare(dayOf(fetchedAt), asOf) > 0;
}
