import { expect, test } from 'vitest';

import { startBot } from '../conversations/start-bot.ts';

test('figures of the portal go by its calendar months, and come as a rate alone', async () => {
  await using bot = await startBot();
  const { text } = await bot.hears('/so-hoa');
  expect(text).toContain('\nKỳ: năm 2023 (đến tháng 12/2023, tháng dương lịch)');
  expect(text).not.toContain('14/12/2023');
  expect(text).toContain('Chỉ công bố tỷ lệ, không có số hồ sơ; văn bản không nêu công thức');
});

test.each([
  ['/so-hoa toàn tỉnh', 'digitization'],
  ['/so-hoa toàn tỉnh kết quả điện tử', 'electronicResults'],
  ['tỷ lệ cấp kết quả điện tử toàn tỉnh', 'electronicResults'],
])('%s is answered about %s', async (asked, metric) => {
  await using bot = await startBot();
  const { reply } = await bot.hears(asked);
  expect(reply.topic.metric).toBe(metric);
});
