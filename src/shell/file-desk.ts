import { readFileSync } from 'node:fs';

import type { FileDesk } from '../answers/file-desk.ts';
import { dayOf } from '../clock.ts';
import { poll } from '../polling/poll.ts';
import type { TakenIn } from '../polling/take-in.ts';
import { readColumnNames } from '../sources/dossiers/column-names.ts';
import { looksLikeList } from '../sources/dossiers/looks-like-list.ts';
import { bytesSource } from '../sources/file/file-source.ts';
import { BROUGHT_BY_HAND } from '../sources/named-source.ts';
import type { OpenKnowledge } from './open-knowledge.ts';
import { watchedFolders } from './watched-folders.ts';

/** Longer names are of no use in an answer, and some systems refuse them. */
const LONGEST_NAME = 100;

/** Where no configuration says what files are. */
export const NO_FILES: FileDesk = {
  folders: () => [],
  takeTable: () => Promise.reject(new Error('files are not taken in here')),
};

/** The configured folders, made when first asked for, and what keepers hand over in a chat. Throws `ConfigurationInvalid`. */
export function fileDesk(
  config: Parameters<typeof watchedFolders>[0],
  open: OpenKnowledge,
): FileDesk {
  const { dossierColumns } = config;
  const names = once(() => readColumnNames(readFileSync(dossierColumns, 'utf8'), dossierColumns));
  return {
    folders: once(() => watchedFolders(config, open)),
    async takeTable({ name, bytes }) {
      const origin = harmless(name);
      if (await looksLikeList({ origin, bytes }, names())) return { kind: 'list', origin };
      return takenFrom({ name: origin, bytes }, open);
    },
  };
}

/** What was handed over is as of today, if it does not say otherwise. */
async function takenFrom(
  file: Parameters<FileDesk['takeTable']>[0],
  { knowledge: { directory, clock }, finder, intake }: OpenKnowledge,
): Promise<TakenIn> {
  const handed = { ...file, modifiedOn: dayOf(clock.now()) };
  const source = bytesSource(BROUGHT_BY_HAND, handed, { directory, finder });
  const [taken] = (await poll(source, intake)).payloads;
  if (taken === undefined) throw new Error('nothing came of a file');
  return taken;
}

/** Jobs and the chat look into the same folders, one at a time: there may be one of each only. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** A name that is one in every file system: the sender's own letters, no paths, nothing hidden. */
function harmless(name: string): string {
  const plain = name.normalize('NFC').replace(/[^\p{L}\p{N}._ ()-]/gu, '_');
  return plain.replace(/^\.+/u, '').slice(-LONGEST_NAME).trim() || 'tep';
}
