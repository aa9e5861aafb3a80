import { afterAll, beforeAll, expect, test } from 'vitest';

import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(async () => bot[Symbol.asyncDispose]());

const ALL =
  'Cam Ranh 22,03%, Vạn Ninh 22,00%, Nha Trang 12,44% — hồ sơ trễ hạn, UBND cấp huyện, năm 2020';

/** Of 2020 the report names three districts; that is no order of all, and not nothing. */
test.each([
  ['huyện nào trễ hạn cao nhất năm 2020', ALL],
  ['huyen nao tre han nhieu nhat nam 2020', ALL],
  ['/xep-hang huyện 2020', ALL],
  ['huyện nào trễ hạn trên 10% năm 2020', ALL],
  [
    'huyện nào trễ hạn trên 20% năm 2020',
    'Cam Ranh 22,03%, Vạn Ninh 22,00% — hồ sơ trễ hạn, UBND cấp huyện, năm 2020',
  ],
])('%s', async (question, first) => {
  const { text, reply } = await bot.hears(question);
  expect(text.split('\n')[0]).toBe(first);
  expect(text).toContain('Chưa đủ số liệu để xếp hạng: văn bản chỉ nêu 3 đơn vị.');
  expect(text).toContain('Cam Ranh: 22,03% (văn bản không nêu công thức)');
  expect(text).toContain('Nguồn: Báo cáo 43/BC-UBND ngày 17/03/2021, mục III.2');
  expect(reply.chart).toBeNull();
});

test.each([
  'huyện nào trễ hạn dưới 5% năm 2020',
  'xã nào trễ hạn nhiều nhất năm 2020',
  // Each of these names one agency alone.
  'sở nào trễ hạn nhiều nhất năm 2020',
  'huyện nào trễ hạn nhiều nhất 6 tháng đầu năm 2023',
  'huyện nào trễ hạn cao nhất năm 2021',
])('%s: nothing is published of it', async (question) => {
  expect((await bot.hears(question)).text).toMatch(/^Chưa đủ số liệu để xếp hạng/u);
});
