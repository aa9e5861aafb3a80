import type { Place } from './in-group.ts';

/** What the chat is called in it: one person alone with the bot is no group. */
export function thisChat({ chatKind }: Pick<Place, 'chatKind'>): string {
  return chatKind === 'group' ? 'nhóm này' : 'cuộc trò chuyện này';
}
