import { SUBSCRIPTION_NAMES } from './audience-words.ts';

/** By the beginning of the keys that jobs give their messages. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['morning-list', SUBSCRIPTION_NAMES.morningList],
  ['morning-list-missed', 'tin báo lỡ danh sách buổi sáng'],
  ['leader-digest', SUBSCRIPTION_NAMES.leaderDigest],
  ['reminder', 'tin nhắc lại danh sách'],
  ['chat-gone', 'tin cho người quản trị'],
]);

/** What a message is that the bot sends by itself, by its key: "danh sách hồ sơ đến hạn buổi sáng". */
export function pushName(key: string): string {
  return NAMES.get(key.split('/', 1)[0] ?? '') ?? 'tin tự động';
}
