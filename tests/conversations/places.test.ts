import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot[Symbol.asyncDispose]());

const firstLine = (text: string) => text.split('\n')[0];

describe('who asks for a place is told it first', () => {
  test.each([
    ['Nha Trang đứng thứ mấy', 'Nha Trang 0,77%: cao thứ 6/8 huyện'],
    ['Nha Trang đứng thứ mấy trong 8 huyện', 'Nha Trang 0,77%: cao thứ 6/8 huyện'],
    ['Trong 8 huyện thì Nha Trang đứng thứ mấy', 'Nha Trang 0,77%: cao thứ 6/8 huyện'],
    ['/xep-hang Nha Trang', 'Nha Trang 0,77%: cao thứ 6/8 huyện'],
    ['Ninh Tây đứng thứ mấy toàn tỉnh', 'Ninh Tây 3,80%: cao thứ 1/136 xã, phường'],
    ['Cam Lâm xếp thứ mấy toàn tỉnh', 'Cam Lâm 3,14%: cao thứ 1/8 huyện'],
    [
      'Lộc Thọ đứng thứ mấy trong các phường Nha Trang',
      'Lộc Thọ 0,11%: cao thứ 8/19 phường — theo tỷ lệ hồ sơ trễ hạn, phường thuộc Nha Trang',
    ],
    [
      'Cam Thành Bắc xếp thứ mấy',
      'Cam Thành Bắc 3,02%: cao thứ 1/14 xã, phường — theo tỷ lệ hồ sơ trễ hạn, đơn vị cấp xã thuộc Cam Lâm, năm 2023',
    ],
    ['Sở Y tế đứng thứ mấy về đúng hạn', 'Sở Y tế 100,00%: cao thứ 1/17 sở, ngành (cùng 7 đơn vị'],
    ['Nha Trang đứng thứ mấy về số hồ sơ trễ hạn', 'Nha Trang 109 hồ sơ trễ hạn: nhiều thứ 2/8'],
    ['Sở Tài chính đứng thứ mấy', 'Sở Tài chính 0,00%: dưới 100 hồ sơ nên không xếp hạng'],
  ])('%s', async (question, start) => {
    expect(firstLine((await bot.hears(question)).text)).toContain(start);
  });

  test('also in a conversation', async () => {
    const talk = bot.talk();
    await talk.hears('/tre-han Nha Trang');
    const { text } = await talk.hears('đứng thứ mấy?');
    expect(firstLine(text)).toContain('Nha Trang 0,77%: cao thứ 6/8 huyện');
  });

  test('and sees its row wherever it stands', async () => {
    expect((await bot.hears('Nha Trang đứng thứ mấy')).text).toMatch(/^6\. Nha Trang ◀ +0,77%/mu);
    const { text } = await bot.hears('Lộc Thọ đứng thứ mấy toàn tỉnh');
    expect(text).toMatch(/^15\. [^\n]*\n\d+\. Lộc Thọ ◀ +0,11%/mu);
    expect(text).toContain('Còn 120 đơn vị nữa.');
  });
});

test('"đơn vị nào" is any unit of the province, not only a district', async () => {
  const { text } = await bot.hears('5 đơn vị trễ hạn nhiều nhất tỉnh');
  expect(text).toMatch(/1\. Sở TNMT +9,26%.*\n2\. Ninh Tây +3,80%.*\n3\. Cam Bình +3,74%/u);
  expect(firstLine((await bot.hears('/xep-hang')).text)).toContain('Cam Lâm 3,14% cao nhất');
});

describe('blocks are ranked', () => {
  test.each(['khối nào trễ hạn nhiều nhất', 'cấp nào trễ hạn nhiều nhất', '/xep-hang khối'])(
    '%s',
    async (question) => {
      expect(firstLine((await bot.hears(question)).text)).toContain('Cấp huyện 1,28% cao nhất');
    },
  );
});

test.each([
  ['huyện nào đứng cuối', 'Cam Lâm 3,14% cao nhất'],
  ['huyện nào đứng đầu', 'Khánh Sơn 0,00% thấp nhất'],
  ['huyện nào đứng đầu về trễ hạn', 'Cam Lâm 3,14% cao nhất'],
])('%s', async (question, start) => {
  expect(firstLine((await bot.hears(question)).text)).toContain(start);
});

test('what "đứng đầu" was taken for is said where it can be blame', async () => {
  const { text } = await bot.hears('huyện nào đứng đầu về trễ hạn');
  expect(text).toContain('Hiểu “đứng đầu” là tỷ lệ hồ sơ trễ hạn cao nhất.');
});

test('a place that cannot be told is said to be that', async () => {
  const { text } = await bot.hears('Nha Trang đứng thứ mấy về trực tuyến');
  expect(text).toContain('Chưa xếp hạng được chỉ tiêu này theo từng đơn vị');
});
