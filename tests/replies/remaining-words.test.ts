import { expect, test } from 'vitest';

import type { Remaining } from '../../src/calendar/remaining-time.ts';
import { remainingWords } from '../../src/replies/remaining-words.ts';

const cases: readonly (readonly [string, Remaining])[] = [
  ['quá hạn 1.204 ngày làm việc', { kind: 'overdue', workingDays: 1204 }],
  ['quá hạn 1 ngày làm việc', { kind: 'overdue', workingDays: 1 }],
  ['vừa quá hạn', { kind: 'overdue', workingDays: 0 }],
  ['hôm nay, còn 3 giờ 15 phút làm việc', { kind: 'today', officeMinutes: 195 }],
  ['hôm nay, còn 7 giờ làm việc', { kind: 'today', officeMinutes: 420 }],
  ['hôm nay, còn 40 phút làm việc', { kind: 'today', officeMinutes: 40 }],
  ['hôm nay, đã hết giờ làm việc', { kind: 'today', officeMinutes: 0 }],
  ['còn 1 ngày làm việc (hạn chót gửi thư xin lỗi)', { kind: 'ahead', workingDays: 1 }],
  ['còn 2 ngày làm việc', { kind: 'ahead', workingDays: 2 }],
];

test.each(cases)('%s', (words, remaining) => {
  expect(remainingWords(remaining)).toBe(words);
});
