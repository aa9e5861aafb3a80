import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { WatchedFolder } from '../answers/watched-folder.ts';
import type { Config } from '../config.ts';
import type { Inbox } from '../polling/inbox.ts';
import { rejectionText } from '../replies/rejection-text.ts';
import { folderSource } from '../sources/file/file-source.ts';
import { KEEP_REJECTED_DAYS } from '../sources/folder-options.ts';
import { allFiles, type Listing } from '../sources/folder.ts';
import { filesIn, forgetFiles, inboxFolder } from '../sources/inbox-folder.ts';
import { settledFiles } from '../sources/settled-files.ts';
import { unreadFiles } from '../sources/unread-files.ts';
import { dossierFolderOf, dossierIntake } from './dossier-lists.ts';
import type { OpenKnowledge } from './open-knowledge.ts';

type FolderOptions = Extract<Config['sources'][number], { folder: string }>;

/** Sample figures are part of the program: whoever has them watched does not want them moved. */
const PART_OF_PROGRAM = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** The configured folders of figures and of lists. Throws `ConfigurationInvalid`. */
export function watchedFolders(
  config: Pick<Config, 'sources' | 'dossierColumns' | 'sensitiveProcedures'>,
  open: OpenKnowledge,
): readonly WatchedFolder[] {
  return config.sources.flatMap((options, at): readonly WatchedFolder[] => {
    if (!('folder' in options)) return [];
    const { inbox, listing } = movingOf(options, open);
    const staying = inbox === null && options.kind === 'file' ? unreadFiles() : { listing };
    const common = commonOf(options, inbox);
    if (options.kind === 'dossiers') {
      const place = `sources.${String(at)}`;
      const source = dossierFolderOf(options, { place, listing, config, open });
      return [{ ...common, kind: 'dossiers', source, intake: dossierIntake(open) }];
    }
    const { directory } = open.knowledge;
    const reading = { directory, finder: open.finder, ...staying };
    const source = folderSource(options.name, options.folder, reading);
    return [{ ...common, kind: 'figures', source, intake: open.intake }];
  });
}

function movingOf(
  { name, folder, moveFiles }: FolderOptions,
  { knowledge: { clock } }: OpenKnowledge,
): { readonly inbox: Inbox | null; readonly listing: Listing } {
  if (!moveFiles || isPartOfProgram(folder)) return { inbox: null, listing: allFiles };
  const { listing, unready, isChanged } = settledFiles(clock);
  const reasonOf: Parameters<typeof inboxFolder>[1]['reasonOf'] = (file, at) =>
    rejectionText({ ...file, source: name }, at);
  const options = { clock, unready, isChanged, reasonOf };
  return { inbox: inboxFolder(folder, options), listing };
}

function isPartOfProgram(folder: string): boolean {
  const path = relative(PART_OF_PROGRAM, resolve(folder));
  return path === '' || !path.startsWith('..');
}

function commonOf({ folder, schedule, keepFilesDays }: FolderOptions, inbox: Inbox | null) {
  return {
    path: folder,
    when: schedule,
    inbox,
    async state() {
      const [waiting, done, rejected] = await Promise.all([
        filesIn(folder),
        filesIn(join(folder, 'done')),
        filesIn(join(folder, 'rejected')),
      ]);
      return { waiting, done, rejected };
    },
    async forget(keepFrom: (keepDays: number) => Temporal.Instant) {
      if (inbox === null) return 0;
      const rejected = keepFrom(Math.min(keepFilesDays, KEEP_REJECTED_DAYS));
      return forgetFiles(folder, { done: keepFrom(keepFilesDays), rejected });
    },
  };
}
