import { expect, test } from 'vitest';

import { plainText } from '../../src/channels/plain-text.ts';
import { quotaReplies, usageText } from '../../src/replies/quota-reply.ts';

const MONTH = Temporal.PlainYearMonth.from('2026-11');
const shown = (reply: ReturnType<typeof quotaReplies.usedUp>) =>
  plainText(reply.blocks, { limit: Infinity, tableWidth: 0 })[0]?.split('\n')[0];

test.each([
  [2400, 80, 'Zalo Bot đã dùng 80% số tin tháng 11/2026: 2.400/3.000'],
  [3000, 100, 'Zalo Bot đã dùng hết số tin tháng 11/2026: 3.000/3.000'],
  [3012, 100, 'Zalo Bot đã dùng hết số tin tháng 11/2026: 3.012/3.000'],
] as const)('%i messages at the mark of %i %%', (used, mark, words) => {
  const usage = { used, messages: 3000 };
  const reply = quotaReplies.usedUp({ channel: 'zalo-bot', usage, mark, month: MONTH });
  expect(shown(reply)).toBe(words);
});

test('the terminal is told in a line', () => {
  const usage = { used: 1204, messages: 3000 };
  expect(usageText('webhook', usage)).toBe('webhook, 1.204/3.000 tin tháng này');
});
