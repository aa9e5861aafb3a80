import { type FileDesk, MOST_FILE_BYTES } from '../src/answers/file-desk.ts';
import type { WatchedFolder } from '../src/answers/watched-folder.ts';
import type { SentFile } from '../src/channels/channel.ts';
import type { Command } from '../src/dialogue/command.ts';
import { pollFeed, pollListFeed } from '../src/polling/poll-feed.ts';
import type { Reply } from '../src/replies/reply.ts';
import { type LookedAt, takingInReplies } from '../src/replies/taking-in-reply.ts';

/** Takes in the file that came with it; without one, looks into all watched folders now. */
export function nap(desk: FileDesk): Command {
  return {
    async answer(_, { file }) {
      if (file !== undefined) return takenIn(file, desk);
      const looked: LookedAt[] = [];
      for (const folder of desk.folders()) looked.push(await lookedAt(folder));
      return takingInReplies.folders(looked);
    },
  };
}

async function takenIn(file: SentFile, desk: FileDesk): Promise<Reply> {
  const read = await file.read(MOST_FILE_BYTES);
  if (read.kind === 'tooLarge') return takingInReplies.tooLarge(file.name, MOST_FILE_BYTES);
  if (read.kind === 'failed') return takingInReplies.notFetched(file.name, read.why);
  const outcome = await desk.takeTable({ name: file.name, bytes: read.bytes });
  return outcome.kind === 'list'
    ? takingInReplies.list(outcome.origin)
    : takingInReplies.file(outcome);
}

async function lookedAt(folder: WatchedFolder): Promise<LookedAt> {
  const at = { name: folder.source.name, path: folder.path };
  if (folder.kind === 'dossiers') {
    const { lists: taken, putAway } = await pollListFeed(folder, { dry: false });
    return { ...at, kind: folder.kind, taken, putAway, state: await folder.state() };
  }
  const { payloads: taken, putAway } = await pollFeed(folder, { dry: false });
  return { ...at, kind: folder.kind, taken, putAway, state: await folder.state() };
}
