import { chatRef } from '../audience/chat-name.ts';
import { type Outgoing, pushKey } from '../outbox/message.ts';
import type { RejectedFile } from '../polling/inbox.ts';
import { strayFilesReply } from '../replies/keeper-notices.ts';
import { keeperChats, type KeeperRoom } from './keeper-chats.ts';

/** Files that were put into the folder of a source, taken away, and held against nothing but themselves. */
export type AtFaultAlone = {
  readonly source: string;
  readonly files: readonly RejectedFile[];
  readonly at: Temporal.Instant;
};

/**
 * What keepers are told of them: one message a chat. How the source does is another matter: a picture beside its tables
 * takes nothing from what they say.
 */
export async function strayNotices(
  { source, files, at }: AtFaultAlone,
  room: KeeperRoom,
): Promise<readonly Outgoing[]> {
  const reply = strayFilesReply(
    source,
    files.flatMap(({ problems }) => problems.slice(0, 1)),
  );
  const chats = await keeperChats(room);
  return chats.map(({ channel, chat }) => ({
    key: pushKey('source-health', source, 'stray', at.toString(), chatRef(channel, chat)),
    channel,
    address: { chat, topic: null },
    reply,
    notBefore: at,
    notAfter: null,
  }));
}
