import type { Agency } from '../agencies/agency.ts';
import type { Role } from '../audience/standing.ts';
import type { MorningSubscription, Subscription, SubscriptionKind } from '../audience/store.ts';
import { datedName } from './agency-names.ts';
import { shortPercent } from './numbers.ts';

const ROLE_NAMES: Readonly<Record<Exclude<Role, 'agency'>, string>> = {
  leader: 'nhóm lãnh đạo',
  staff: 'nhóm chuyên viên',
  keeper: 'nhóm quản trị bot',
};

/** What a chat is bound as: "nhóm của UBND phường Lộc Thọ", "nhóm lãnh đạo". */
export function boundAs(role: Role, agency: Agency | null): string {
  if (role === 'agency') return `nhóm của ${agency === null ? '' : datedName(agency)}`;
  return agency === null ? ROLE_NAMES[role] : `${ROLE_NAMES[role]} (${datedName(agency)})`;
}

/** What chats are sent, by name. */
export const SUBSCRIPTION_NAMES: Readonly<Record<SubscriptionKind, string>> = {
  morningList: 'danh sách hồ sơ đến hạn buổi sáng',
  leaderDigest: 'bản tóm tắt cho lãnh đạo',
  alerts: 'cảnh báo trễ hạn',
};

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];

/** "07:00". */
export function hourText(at: Temporal.PlainTime): string {
  return at.toString({ smallestUnit: 'minute' });
}

/** When something comes: "07:00 các ngày làm việc", "khi tỷ lệ trễ hạn từ 2%". */
export function whenText(subscription: Subscription): string {
  if (subscription.kind !== 'alerts') return hoursText(subscription);
  const { ownLimit } = subscription;
  return ownLimit === null
    ? 'khi chạm ngưỡng chung'
    : `khi tỷ lệ trễ hạn từ ${shortPercent(ownLimit)}`;
}

/** "07:00 các ngày làm việc", "07:30 thứ Hai". */
function hoursText({ at, weekday }: Pick<MorningSubscription, 'at' | 'weekday'>): string {
  const days = weekday === null ? 'các ngày làm việc' : (WEEKDAYS[weekday - 1] ?? '');
  return `${hourText(at)} ${days}`;
}
