import { expect, test } from 'vitest';

import { readReminder } from '../../src/dialogue/read-reminder.ts';

test.each([
  ['14:00', '14:00:00'],
  ['lúc 15h30', '15:30:00'],
  ['3 giờ chiều', '15:00:00'],
  ['vào 3h chiều nay nhé', '15:00:00'],
  ['13h chiều', '13:00:00'],
  ['', null],
  ['chiều nay nhé', null],
  ['25:00', 'unclear'],
  ['15', 'unclear'],
  ['sau 30 phút', 'unclear'],
  ['ngày mai', 'unclear'],
])('%j', (words, hour) => {
  const read = readReminder(words);
  expect(read instanceof Temporal.PlainTime ? read.toString() : read).toBe(hour);
});
