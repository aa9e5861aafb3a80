import { expect, test } from 'vitest';

import { startBot } from '../conversations/start-bot.ts';

test.each([
  ['/so-hoa toàn tỉnh', 'digitization'],
  ['/so-hoa toàn tỉnh kết quả điện tử', 'electronicResults'],
  ['tỷ lệ cấp kết quả điện tử toàn tỉnh', 'electronicResults'],
])('%s is answered about %s', async (asked, metric) => {
  await using bot = await startBot();
  const { reply } = await bot.hears(asked);
  expect(reply.topic.metric).toBe(metric);
});
