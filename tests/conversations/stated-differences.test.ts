import { afterAll, beforeAll, expect, test } from 'vitest';

import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(async () => {
  await bot[Symbol.asyncDispose]();
});

test.each([
  [
    '/so-sanh Nha Trang 6 tháng đầu năm 2023 với 6 tháng đầu năm 2022',
    '6 tháng đầu năm 2023 giảm 0,74 điểm % so với 6 tháng đầu năm 2022 (theo báo cáo, của số 0,96%; không công bố số của kỳ đó).',
  ],
  [
    '/so-sanh trực tuyến toàn tỉnh năm 2022 với năm 2023',
    'Năm 2023 tăng 8,26 điểm % so với năm 2022 (theo báo cáo; không công bố số của kỳ đó).',
  ],
])('%s: what the report says of a period it gives no figure of', async (question, said) => {
  expect((await bot.hears(question)).text).toContain(said);
});

test.each(['/so-sanh Nha Trang năm 2023 với năm 2020', '/so-sanh Nha Trang với Cam Ranh'])(
  '%s: nothing is stated where the figures are there, or nothing is said',
  async (question) => {
    expect((await bot.hears(question)).text).not.toContain('không công bố số của kỳ đó');
  },
);

test('of whoever is in no part of a total, the next total with a number of its own answers', async () => {
  const { text } = await bot.hears('/thanh-toan Ninh Hòa');
  expect(text).toMatch(
    /^135\.943 giao dịch thanh toán trực tuyến .* — Tỉnh Khánh Hòa, năm 2023\n/u,
  );
  expect(text).toContain('Chưa có số liệu riêng của UBND thị xã Ninh Hòa');
});
