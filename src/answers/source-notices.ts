import { chatRef } from '../audience/chat-name.ts';
import { type Outgoing, pushKey } from '../outbox/message.ts';
import type { SourceHealth } from '../polling/health.ts';
import { sourceNoticeReply } from '../replies/source-notices.ts';
import { keeperChats, type KeeperRoom } from './keeper-chats.ts';

/** What keepers are told of a source that fails, falls silent, contradicts itself or recovers: one message a chat. */
export async function sourceNotices(
  health: SourceHealth,
  room: KeeperRoom,
): Promise<readonly Outgoing[]> {
  const { source, state, lastTriedAt: now } = health;
  const chats = await keeperChats(room);
  return chats.map(({ channel, chat }) => ({
    key: pushKey('source-health', source, state, now.toString(), chatRef(channel, chat)),
    channel,
    address: { chat, topic: null },
    reply: sourceNoticeReply(health),
    notBefore: now,
    notAfter: null,
  }));
}
