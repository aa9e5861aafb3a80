import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot[Symbol.asyncDispose]());

const NO_FORECAST = 'Chưa dự báo được: chỉ dự báo cho kỳ đang chạy của cơ quan có danh sách hồ sơ.';

describe('that nothing can be forecast is said, with what is known', () => {
  test.each([
    ['dự báo tỷ lệ trễ hạn toàn tỉnh cuối năm', /^0,49% .*năm 2023/u],
    ['Nha Trang sẽ trễ hạn bao nhiêu vào cuối năm', /^0,77% .*năm 2023/u],
    ['dự kiến cuối năm nay Cam Lâm trễ bao nhiêu', /^Chưa có số liệu .*năm 2026/u],
  ])('%s', async (question, first) => {
    const { text } = await bot.hears(question);
    expect(text).toMatch(first);
    expect(text).toContain(NO_FORECAST);
    expect(text).not.toContain('Chưa hiểu');
  });

  test('also as a follow-up, and what is asked next is no forecast', async () => {
    const talk = bot.talk();
    await talk.hears('Nha Trang trễ hạn');
    expect((await talk.hears('còn dự báo cuối năm?')).text).toContain(NO_FORECAST);
    expect((await talk.hears('còn Cam Ranh?')).text).not.toContain(NO_FORECAST);
  });

  test('a ranking says that it is none', async () => {
    const { text } = await bot.hears('huyện nào dự báo trễ hạn nhiều nhất cuối năm');
    expect(text).toContain('Chưa hiểu phần: “dự báo cuối năm”');
  });
});

describe('of a level that is no more it is said since when', () => {
  test.each([
    ['huyện nào trễ nhất năm 2026', 'Từ 01/07/2025 không còn UBND cấp huyện'],
    ['xếp hạng huyện 6 tháng đầu năm 2026', 'Từ 01/07/2025 không còn UBND cấp huyện'],
    ['huyện nào nhiều hồ sơ nhất năm nay', 'Từ 01/07/2025 không còn UBND cấp huyện'],
    ['thành phố nào trễ nhất năm 2026', 'Từ 01/07/2025 không còn thành phố'],
    // They were there in part of it, or are there still.
    ['huyện nào trễ nhất năm 2025', 'Chưa đủ số liệu để xếp hạng hồ sơ trễ hạn năm 2025'],
    ['sở nào trễ nhất năm 2026', 'Chưa đủ số liệu để xếp hạng hồ sơ trễ hạn năm 2026'],
    // Communes are there, if not those of that district.
    ['xã nào của Cam Lâm trễ nhất năm 2026', 'Chưa đủ số liệu để xếp hạng'],
  ])('%s', async (question, first) => {
    expect((await bot.hears(question)).text.split('\n')[0]).toContain(first);
  });

  test('the communes of that period are one tap away', async () => {
    const { reply } = await bot.hears('huyện nào trễ nhất năm 2026');
    expect(reply.choices).toContainEqual({
      label: 'Đơn vị cấp xã, năm 2026',
      send: '/xep-hang xã trễ hạn kém nhất năm 2026',
    });
  });
});

test.each([
  ['xã nào chưa có hồ sơ nào', /^0\/136 xã, phường không có hồ sơ tiếp nhận/u],
  ['đơn vị nào không tiếp nhận hồ sơ nào năm 2023', /^0\/171 đơn vị không có hồ sơ tiếp nhận/u],
  ['xã nào có nhiều hồ sơ nhất', /^Phước Long 9\.053/u],
])('who has none is not ranked by most: %s', async (question, first) => {
  expect((await bot.hears(question)).text).toMatch(first);
});

test.each(['nhận danh sách 7h', 'gửi danh sách lúc 7h sáng', 'đăng ký nhận danh sách 7h'])(
  'what is to be sent again and again is no ranking: %s',
  async (said) => {
    const { text } = await bot.hears(said);
    expect(text).toBe((await bot.hears('/dang-ky danh sách 7h')).text);
  },
);

test('a list of now is no subscription', async () => {
  expect((await bot.hears('gửi danh sách huyện trễ hạn')).text).toMatch(/^Cam Lâm 3,14%/u);
});

test.each([
  'bao nhiêu xã của Nha Trang không có hồ sơ trễ hạn 6 tháng đầu năm 2023',
  'xã nào của Nha Trang trễ hạn nhiều nhất 6 tháng đầu năm 2023',
])(
  'where no commune has figures of its own, their common row is one tap away: %s',
  async (question) => {
    const { reply } = await bot.hears(question);
    const [whole] = reply.choices;
    expect(whole?.label).toBe(
      'Số chung: UBND cấp xã thuộc thành phố Nha Trang, 6 tháng đầu năm 2023',
    );
    const { text } = await bot.hears(whole?.send ?? '');
    expect(text).toContain('13 đơn vị cấp xã không phát sinh hồ sơ trễ hạn');
  },
);

test('nothing in common is promised where there is nothing', async () => {
  const { reply, text } = await bot.hears('huyện nào trễ nhất 6 tháng đầu năm 2023');
  expect(text).not.toContain('số chung');
  expect(reply.choices.map(({ label }) => label)).toEqual(['Năm 2023']);
});
