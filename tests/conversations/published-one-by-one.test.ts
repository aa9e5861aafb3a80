import { afterAll, beforeAll, expect, test } from 'vitest';

import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(async () => bot[Symbol.asyncDispose]());

/** Rates that reports print of each office of the vertical sector, and of how many blocks keep a target. */
test.each([
  [
    'ngành dọc nào nộp trực tuyến cao nhất 2023',
    'Cục Hải quan tỉnh 100,00% cao nhất — hồ sơ trực tuyến trong Ngành dọc, năm 2023',
  ],
  [
    'ngành dọc nào trực tuyến thấp nhất năm 2020',
    'Cục Thuế tỉnh 53,74% thấp nhất — hồ sơ trực tuyến trong Ngành dọc, năm 2020',
  ],
  [
    'ngành dọc nào đúng hạn cao nhất năm 2023',
    'Cục Hải quan tỉnh, Kho bạc Nhà nước tỉnh, Chi nhánh Ngân hàng Nhà nước tỉnh 100,00% cao nhất — hồ sơ đúng hạn trong Ngành dọc, năm 2023',
  ],
  [
    'ngành dọc nào đúng hạn thấp nhất năm 2023',
    'Cục Thuế tỉnh 99,86% thấp nhất — hồ sơ đúng hạn trong Ngành dọc, năm 2023',
  ],
  [
    'cơ quan ngành dọc nào hài lòng thấp nhất',
    'Cục Hải quan tỉnh 82,24% thấp nhất — chỉ số hài lòng trong Ngành dọc, năm 2023',
  ],
])('%s', async (question, first) => {
  const { text } = await bot.hears(question);
  expect(text.split('\n')[0]).toBe(first);
  expect(text).not.toContain('Khối cơ quan ngành dọc:');
  expect(text).not.toContain('Chưa xếp hạng được');
});

test.each(['có bao nhiêu khối đạt chỉ tiêu hài lòng 2023', 'khối nào không đạt chỉ tiêu hài lòng'])(
  '%s',
  async (question) => {
    expect((await bot.hears(question)).text).toMatch(/^7\/9 đơn vị đạt chỉ tiêu 84%: /u);
  },
);

test.each([
  'thanh toán nghĩa vụ tài chính năm 2023',
  'thanh toán trên cổng dịch vụ công quốc gia 2023',
])('%s: within the payments', async (question) => {
  const { text } = await bot.hears(question);
  expect(text).toMatch(/^135\.943 giao dịch thanh toán trực tuyến/u);
  expect(text).toContain('31.872 giao dịch, 127.217.079.306 đồng');
});
