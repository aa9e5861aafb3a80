import type { Binding } from './store.ts';

/** A chat of a channel. */
export type ChatOf = { readonly channel: string; readonly chat: string };

/** A chat of a channel in one word: "telegram:-100". The keys of messages name chats so. */
export function chatRef(channel: string, chat: string): string {
  return `${channel}:${chat}`;
}

/** Names chats by the titles they were let in with, those without one by their `chatRef`. */
export function chatNames(
  bindings: readonly Pick<Binding, 'channel' | 'chat' | 'title'>[],
): (chat: ChatOf) => string {
  const titles = new Map(
    bindings.map(({ channel, chat, title }) => [chatRef(channel, chat), title]),
  );
  return ({ channel, chat }) => titles.get(chatRef(channel, chat)) ?? chatRef(channel, chat);
}
