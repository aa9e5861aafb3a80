import type { TakenIn } from '../polling/take-in.ts';
import type { WatchedFolder } from './watched-folder.ts';

/** Where files come in beside their schedule: the watched folders, and single files handed over in a chat. */
export type FileDesk = {
  readonly folders: () => readonly WatchedFolder[];
  /** Takes in a table of figures. A list of dossiers is not read: it names applicants, and came through a messenger. */
  readonly takeTable: (file: {
    readonly name: string;
    readonly bytes: Uint8Array;
  }) => Promise<TakenIn | { readonly kind: 'list'; readonly origin: string }>;
};

/** No table of figures is larger. */
export const MOST_FILE_BYTES = 5_000_000;
