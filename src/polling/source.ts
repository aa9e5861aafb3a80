import type { Problem } from '../errors.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';

/** What a source makes of one table, before it is checked against the directory and dated. */
export type Reading = Omit<Snapshot, 'source' | 'fetchedAt' | 'findings'>;

/** One file or one answer, read and translated as a whole, or refused as a whole. */
export type Payload = {
  /** File name or address, without secrets. */
  readonly origin: string;
  /** SHA-256 of the bytes, hex; empty when there were none to read. */
  readonly contentHash: string;
} & (
  | { readonly kind: 'read'; readonly readings: readonly Reading[] }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
);

/**
 * Where figures come from: a folder, a list of files, a web address. One folder under `src/sources` each, which
 * fetches, validates at the door and translates; what becomes of a payload is the business of `polling`.
 */
export type Source = {
  /** Kept with every snapshot: `samples`, `file`, ... */
  readonly name: string;
  /** Files that people put somewhere: of any day, while a system that is asked tells of today. */
  readonly ofFiles?: true;
  /** Reads what is there now, one payload after another. A bad payload is `refused` and does not end the reading. */
  fetch(): AsyncIterable<Payload>;
};
