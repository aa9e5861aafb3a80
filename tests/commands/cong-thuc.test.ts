import { afterAll, beforeAll, expect, test } from 'vitest';

import { startBot, type TestBot } from '../conversations/start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot[Symbol.asyncDispose]());

test.each([
  [
    '/cong-thuc Nha Trang 6 tháng đầu năm 2023',
    [
      'Ví dụ UBND thành phố Nha Trang, 6 tháng đầu năm 2023:',
      '• 63/6.571 = 0,96% (chỉ tính hồ sơ đã giải quyết)',
      '• 85/7.718 = 1,10% (công thức của tỉnh)',
    ],
  ],
  [
    '/cong-thuc toàn tỉnh 2020',
    ['Ví dụ Tỉnh Khánh Hòa, năm 2020:', '• 2,00% (văn bản không nêu công thức)'],
  ],
  [
    '/cong-thuc Nha Trang 2026',
    ['Chưa có số liệu của UBND thành phố Nha Trang, năm 2026 để làm ví dụ. Hiện có: năm 2023, '],
  ],
  [
    '/cong-thuc Nha Trang quý 5 2023',
    ['Một năm chỉ có 4 quý, không có “quý 5 2023”. Hiện có: năm 2023, '],
  ],
])('%s: by the numbers of the period that is asked about', async (question, lines) => {
  const { text } = await bot.hears(question);
  for (const line of lines) expect(text).toContain(line);
  expect(text).not.toContain('Chưa hiểu');
});
