import type { Clock } from '../clock.ts';
import type { Problem } from '../errors.ts';
import type { SnapshotStore } from '../snapshots/store.ts';
import { nothingArrived } from './nothing-arrived.ts';
import type { Refused } from './read-all.ts';

/** Something that came and is not believed. */
type Unbelieved = {
  readonly source: string;
  readonly payload: { readonly origin: string; readonly contentHash: string };
  /** Nothing is changed. */
  readonly dry: boolean;
};

/** Sets a payload aside whole, with every reason; where nothing came there is nothing to set aside. */
export async function refuse(
  { source, payload, dry }: Unbelieved,
  problems: readonly Problem[],
  { store, clock }: { readonly store: Pick<SnapshotStore, 'quarantine'>; readonly clock: Clock },
): Promise<Refused> {
  const { origin, contentHash } = payload;
  if (!dry && !nothingArrived(problems)) {
    await store.quarantine({ source, origin, contentHash, at: clock.now(), problems });
  }
  return { kind: 'refused', origin, problems };
}
