import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { strayNotices } from '../answers/stray-notices.ts';
import type { WatchedFolder } from '../answers/watched-folder.ts';
import type { Config } from '../config.ts';
import type { Inbox } from '../polling/inbox.ts';
import { rejectionText } from '../replies/rejection-text.ts';
import { LIST_FILES } from '../sources/dossiers/dossier-files.ts';
import { folderState, forgetFiles } from '../sources/file-places.ts';
import { FIGURE_FILES, folderSource } from '../sources/file/file-source.ts';
import { KEEP_REJECTED_DAYS } from '../sources/folder-options.ts';
import { inboxFolder } from '../sources/inbox-folder.ts';
import { settledFiles } from '../sources/settled-files.ts';
import { unreadFiles } from '../sources/unread-files.ts';
import { everyFile, keepingLast, type Look } from '../sources/visit.ts';
import { outboxStore } from '../storage/outbox-store.ts';
import { dossierFolderOf, dossierIntake } from './dossier-lists.ts';
import type { OpenKnowledge } from './open-knowledge.ts';

type FolderOptions = Extract<Config['sources'][number], { folder: string }>;

/** Sample figures are part of the program: whoever has them watched does not want them moved. */
const PART_OF_PROGRAM = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** The configured folders of figures and of lists. Throws `ConfigurationInvalid`. */
export function watchedFolders(
  config: Pick<Config, 'sources' | 'dossierColumns' | 'sensitiveProcedures' | 'keepers'>,
  open: OpenKnowledge,
): readonly WatchedFolder[] {
  return config.sources.flatMap((options, at): readonly WatchedFolder[] => {
    if (!('folder' in options)) return [];
    const { inbox, look } = movingOf(options, config, open);
    const common = commonOf(options, inbox);
    if (options.kind === 'dossiers') {
      const place = `sources.${String(at)}`;
      const source = dossierFolderOf(options, { place, look, config, open });
      return [{ ...common, kind: 'dossiers', source, intake: dossierIntake(open) }];
    }
    const { directory } = open.knowledge;
    const reading = { directory, finder: open.finder, look };
    const source = folderSource(options.name, options.folder, reading);
    return [{ ...common, kind: 'figures', source, intake: open.intake }];
  });
}

function movingOf(
  { name, folder, kind, moveFiles }: FolderOptions,
  { keepers }: Pick<Config, 'keepers'>,
  { knowledge: { clock }, reception: { audience }, storage }: OpenKnowledge,
): { readonly inbox: Inbox | null; readonly look: Look } {
  if (!moveFiles || isPartOfProgram(folder)) {
    return { inbox: null, look: kind === 'file' ? unreadFiles() : everyFile };
  }
  const visits = keepingLast(settledFiles(clock));
  const inbox = inboxFolder(folder, {
    clock,
    lastVisit: () => visits.last(),
    kinds: kind === 'file' ? FIGURE_FILES : LIST_FILES,
    reasonOf: (file, at) => rejectionText({ ...file, source: name }, at),
    async onRejected(files, at) {
      const notices = await strayNotices({ source: name, files, at }, { audience, keepers });
      await outboxStore(storage).put(notices, at);
    },
  });
  return { inbox, look: visits.look };
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
    state: () => folderState(folder),
    async forget(keepFrom: (keepDays: number) => Temporal.Instant) {
      if (inbox === null) return 0;
      const rejected = keepFrom(Math.min(keepFilesDays, KEEP_REJECTED_DAYS));
      return forgetFiles(folder, { done: keepFrom(keepFilesDays), rejected });
    },
  };
}
