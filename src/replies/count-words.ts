import type { CountName } from '../figures/counts.ts';

/** The columns of the tables, in the words of the forms. */
export const COUNT_WORDS: Readonly<Record<CountName | 'overdueTotal', string>> = {
  received: 'tiếp nhận',
  receivedOnline: 'tiếp nhận trực tuyến',
  receivedDirectOrPostal: 'tiếp nhận trực tiếp, bưu chính',
  carriedOver: 'kỳ trước chuyển sang',
  resolved: 'đã giải quyết',
  resolvedEarly: 'giải quyết trước hạn',
  resolvedOnTime: 'giải quyết đúng hạn',
  resolvedOverdue: 'giải quyết trễ hạn',
  pending: 'đang giải quyết',
  pendingWithin: 'đang giải quyết trong hạn',
  pendingOverdue: 'đang giải quyết trễ hạn',
  overdueTotal: 'trễ hạn',
};
