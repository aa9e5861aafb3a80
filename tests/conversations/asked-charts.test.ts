import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot[Symbol.asyncDispose]());

describe('what is drawn in place of what was asked for is said', () => {
  test.each([
    ['/bieu-do tròn Nha Trang', 'composition', 'Cơ cấu vẽ bằng cột chồng, không vẽ hình tròn.'],
    ['/bieu-do cơ cấu hồ sơ Cam Ranh', 'composition', 'Cơ cấu vẽ bằng cột chồng'],
    ['/bieu-do tròn trực tuyến Nha Trang', 'target', 'không có số của từng phần để vẽ cơ cấu'],
    ['/bieu-do tròn hồ sơ Nha Trang, Cam Ranh', 'ranking', 'nhiều đơn vị thì vẽ cột so sánh'],
    ['/bieu-do đường Nha Trang, Cam Ranh', 'comparison', 'vẽ cột cạnh nhau, từng năm.'],
    ['vẽ đường các huyện', 'trend', 'đây là số chung của tất cả.'],
    ['/bieu-do lĩnh vực Sở KHĐT, Nha Trang', 'byField', 'hỏi riêng: UBND thành phố Nha Trang'],
  ])('%s', async (question, kind, words) => {
    const { text, reply } = await bot.hears(question);
    expect(reply.chart?.kind).toBe(kind);
    expect(text).toContain(words);
  });

  test('nothing is said where it is what was asked for', async () => {
    const { reply } = await bot.hears('/bieu-do cột Nha Trang');
    expect(reply.blocks.map(({ kind }) => kind)).toEqual(['headline', 'source']);
  });
});

test('several agencies over the years are all drawn, year by year', async () => {
  const { reply } = await bot.hears('/bieu-do diễn biến Nha Trang, Cam Ranh');
  if (reply.chart?.kind !== 'comparison') throw new Error('no comparison');
  const bars = reply.chart.groups.map(({ label, bars: of }) => [label, of.length]);
  expect(bars).toEqual([
    ['Nha Trang', 2],
    ['Cam Ranh', 2],
  ]);
  expect(reply.chart.title).toBe('Nha Trang 0,77% · Cam Ranh 1,62% (2023)');
  expect(reply.chart.subtitle).toContain('có số không so sánh trực tiếp được');
});

test('of many agencies the title tells the highest', async () => {
  const { reply } = await bot.hears('/so-sanh Nha Trang, Cam Ranh, Cam Lâm, Ninh Hòa');
  expect(reply.chart?.title).toBe('Cam Lâm 3,14% cao nhất');
});

test('fields of which only numbers are published are drawn by them', async () => {
  const { reply } = await bot.hears('/linh-vuc Nha Trang');
  expect(reply.chart).toMatchObject({
    kind: 'byField',
    title: 'Nha Trang: lĩnh vực nhiều nhất 61 hồ sơ trễ hạn',
    bars: [
      { label: 'Đất đai', value: 61, valueLabel: '61', detail: '4,36%' },
      { value: 1, valueLabel: '1', detail: '' },
      { value: 1, valueLabel: '1', detail: '' },
    ],
  });
});

test.each([
  ['/xep-hang xã top 27', ', 27 trên 136 đơn vị'],
  ['/xep-hang xã', ', 30 trên 136 đơn vị'],
  ['/xep-hang xã số hồ sơ top 5', ', 5 trên 136 đơn vị'],
])('%s: the picture says how many of how many', async (question, part) => {
  expect((await bot.hears(question)).reply.chart?.subtitle).toContain(part);
});

test('a full ranking has nothing to say of that', async () => {
  expect((await bot.hears('/xep-hang huyện')).reply.chart?.subtitle).not.toContain(' trên ');
});

test('no arrow leads between years that cannot be compared', async () => {
  const { text, reply } = await bot.hears('/dien-bien Nha Trang');
  expect(text).toMatch(/^2020: 12,44% · 6T đầu 2023: 1,10% \(công bố 0,96%\) · 2023: 0,77% — /u);
  expect(JSON.stringify(reply.chart)).not.toContain('→');
});
