import type { Tally } from '../figures/tally.ts';

/** What a number of dossiers counts, behind the number. */
export const TALLY_WORDS: Readonly<Record<Tally, string>> = {
  overdue: 'hồ sơ trễ hạn',
  onTime: 'hồ sơ giải quyết đúng hạn',
  received: 'hồ sơ tiếp nhận',
  resolved: 'hồ sơ đã giải quyết',
  pending: 'hồ sơ đang giải quyết',
  resolvedOverdue: 'hồ sơ đã giải quyết trễ hạn',
  pendingOverdue: 'hồ sơ đang giải quyết trễ hạn',
  resolvedEarly: 'hồ sơ giải quyết trước hạn',
  receivedNew: 'hồ sơ tiếp nhận mới',
  carriedOver: 'hồ sơ kỳ trước chuyển sang',
  receivedOnline: 'hồ sơ tiếp nhận trực tuyến',
  receivedDirectOrPostal: 'hồ sơ tiếp nhận trực tiếp, bưu chính',
  pendingWithin: 'hồ sơ đang giải quyết trong hạn',
};
