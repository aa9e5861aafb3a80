import { type PushKind, pushKindOf } from '../outbox/message.ts';
import { SUBSCRIPTION_NAMES } from './audience-words.ts';

const NAMES: Readonly<Record<PushKind, string>> = {
  'morning-list': SUBSCRIPTION_NAMES.morningList,
  'morning-list-missed': 'tin báo lỡ danh sách buổi sáng',
  'leader-digest': SUBSCRIPTION_NAMES.leaderDigest,
  'leader-digest-missed': 'tin báo lỡ bản tóm tắt',
  'no-list': 'tin báo chưa có danh sách hồ sơ',
  reminder: 'tin nhắc lại danh sách',
  'chat-gone': 'tin cho người quản trị',
  'zalo-token': 'tin về mã truy cập Zalo OA',
  'zalo-right': 'tin về quyền gửi của Zalo OA',
  quota: 'tin về số tin còn lại cho người quản trị',
  'source-health': 'tin về nguồn số liệu cho người quản trị',
  restated: 'tin điều chỉnh số liệu',
  alert: SUBSCRIPTION_NAMES.alerts,
};

/** What a message is that the bot sends by itself, by its key: "danh sách hồ sơ đến hạn buổi sáng". */
export function pushName(key: string): string {
  const kind = pushKindOf(key);
  // Keys outlive releases: one of a kind that is no more is still told of.
  return kind === null ? 'tin tự động' : NAMES[kind];
}
