import type { Urgency } from '../calendar/due-bounds.ts';
import type { Remaining } from '../calendar/remaining-time.ts';
import { count } from './numbers.ts';

/** The most pressing of the levels of urgency. */
export const URGENCY_WORDS = {
  overdue: 'quá hạn',
  today: 'hôm nay',
  one: 'còn 1 ngày làm việc (hạn chót gửi thư xin lỗi)',
} as const satisfies Partial<Record<Urgency, string>>;

/** What is left until a deadline: "quá hạn 4 ngày làm việc", "hôm nay, còn 3 giờ 15 phút làm việc", "còn 2 ngày làm việc". */
export function remainingWords(remaining: Remaining): string {
  switch (remaining.kind) {
    case 'overdue':
      return remaining.workingDays === 0
        ? 'vừa quá hạn'
        : `${URGENCY_WORDS.overdue} ${count(remaining.workingDays)} ngày làm việc`;
    case 'today':
      return `${URGENCY_WORDS.today}, ${officeTimeWords(remaining.officeMinutes)}`;
    case 'ahead':
      return remaining.workingDays === 1
        ? URGENCY_WORDS.one
        : `còn ${count(remaining.workingDays)} ngày làm việc`;
  }
}

function officeTimeWords(minutes: number): string {
  if (minutes === 0) return 'đã hết giờ làm việc';
  const hours = Math.floor(minutes / 60);
  const parts = [
    hours === 0 ? null : `${String(hours)} giờ`,
    minutes % 60 === 0 ? null : `${String(minutes % 60)} phút`,
  ];
  return `còn ${parts.filter((part) => part !== null).join(' ')} làm việc`;
}
