import type { Reply } from '../replies/reply.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import type { Audited } from './store.ts';

/** An old answer as it is computed today from what was known then. */
type Replayed = {
  /** Null = the dialogue stays silent to it today. */
  readonly reply: Reply | null;
  /** The documents behind the answer that was given, as far as they are current or replaced at that time. */
  readonly sources: readonly SnapshotHead[];
};

/** Gives an old answer again, by the figures and the clock of its moment; for questions about figures only. */
export type Replay = (entry: Audited & { readonly asked: string }) => Promise<Replayed>;
