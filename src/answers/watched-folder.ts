import type { DossierSource } from '../polling/dossier-source.ts';
import type { Feed } from '../polling/poll-feed.ts';
import type { Source } from '../polling/source.ts';
import type { DossierIntake } from '../polling/take-in-dossiers.ts';
import type { Intake } from '../polling/take-in.ts';

/** How many files lie in a folder; null where it, or its place for such files, cannot be looked into. */
type FolderState = {
  readonly waiting: number | null;
  readonly done: number | null;
  readonly rejected: number | null;
};

/** A folder of the configuration: what is read from it, when, and what becomes of its files. */
export type WatchedFolder = {
  /** As the configuration has it. */
  readonly path: string;
  /** In cron notation. */
  readonly when: string;
  state(): Promise<FolderState>;
  /** Removes files that were put away before a moment, and tells how many; none where files are not put away. */
  forget(keepFrom: (keepDays: number) => Temporal.Instant): Promise<number>;
} & (
  | ({ readonly kind: 'figures' } & Feed<Source, Intake>)
  | ({ readonly kind: 'dossiers' } & Feed<DossierSource, DossierIntake>)
);
