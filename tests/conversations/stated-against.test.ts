import { afterAll, beforeAll, expect, test } from 'vitest';

import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(async () => bot[Symbol.asyncDispose]());

/** A difference against a period stands in the reports, its figure does not: told as it is, and never computed from it. */
test.each([
  ['toàn tỉnh trễ hạn năm 2022', 'năm 2023 0,49% hồ sơ trễ hạn, giảm 1,10 điểm % so với năm 2022'],
  ['trực tuyến năm 2022', 'năm 2023 62,90% hồ sơ trực tuyến, tăng 8,26 điểm % so với năm 2022'],
  [
    'Nha Trang 6 tháng đầu năm 2022 trễ hạn',
    '6 tháng đầu năm 2023 0,96% hồ sơ trễ hạn, giảm 0,74 điểm % so với 6 tháng đầu năm 2022',
  ],
  ['Nha Trang quý 1 2023 trễ hạn', 'giảm 0,52 điểm % so với quý I/2023'],
  ['/tre-han cấp xã Nha Trang quý 1 2023', 'giảm 0,10 điểm % so với quý I/2023'],
])('%s', async (question, said) => {
  const { text } = await bot.hears(question);
  expect(text).toMatch(/^Chưa có số liệu/u);
  expect(text).toContain(said);
  expect(text).toContain('không ghi số của kỳ đó.');
  // 0,49 + 1,10, 62,90 − 8,26 and 0,96 + 0,74: no document prints them.
  expect(text).not.toMatch(/1,59|54,64|1,70/u);
});

test('of other periods and agencies nothing is said', async () => {
  expect((await bot.hears('toàn tỉnh trễ hạn năm 2021')).text).not.toContain('không ghi số');
  expect((await bot.hears('Cam Ranh trễ hạn năm 2022')).text).not.toContain('không ghi số');
});
