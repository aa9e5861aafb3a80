import { chatRef } from '../audience/chat-name.ts';
import { type Outgoing, pushKey } from '../outbox/message.ts';
import type { RejectedFile } from '../polling/inbox.ts';
import { strayFilesReply } from '../replies/keeper-notices.ts';
import { keeperChats, type KeeperRoom } from './keeper-chats.ts';

/** Files that were put into the folder of a source and can never be read there. */
export type Strays = {
  readonly source: string;
  readonly strays: readonly RejectedFile[];
  readonly at: Temporal.Instant;
};

/**
 * What keepers are told of them: one message a chat. How the source does is another matter: a picture beside its tables
 * takes nothing from what they say.
 */
export async function strayNotices(
  { source, strays, at }: Strays,
  room: KeeperRoom,
): Promise<readonly Outgoing[]> {
  const reply = strayFilesReply(
    source,
    strays.flatMap(({ problems }) => problems),
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
