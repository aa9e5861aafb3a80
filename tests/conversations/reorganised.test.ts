import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot[Symbol.asyncDispose]());

describe('an old name answers with its figures, and what it became', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'Xương Huân',
      '0,28% hồ sơ trễ hạn — UBND phường Xương Huân, năm 2023',
      [
        'Từ 01/11/2024 phường Xương Huân nhập vào phường Vạn Thạnh.',
        'Từ 01/07/2025 phường Vạn Thạnh nhập vào phường Nha Trang.',
      ],
    ],
    [
      'Sở Tài nguyên và Môi trường',
      '9,26% hồ sơ trễ hạn — Sở Tài nguyên và Môi trường, năm 2023',
      ['Từ 01/03/2025 Sở Tài nguyên và Môi trường nhập vào Sở Nông nghiệp và Môi trường.'],
    ],
    [
      'Sở Kế hoạch và Đầu tư năm 2023',
      '0,87% hồ sơ trễ hạn — Sở Kế hoạch và Đầu tư, năm 2023',
      // The province's own decision was not read: said as what it is.
      ['nhập vào Sở Tài chính (theo phương án chung cả nước, chưa có văn bản của tỉnh).'],
    ],
    [
      'xã Cam Hiệp Bắc',
      '',
      ['Từ 01/07/2025 xã Cam Hiệp Bắc được tổ chức lại thành xã Cam Hiệp và xã Cam Lâm.'],
    ],
    ...['tỉnh Ninh Thuận', 'Ninh Thuận', 'Ninh Thuận cũ', 'UBND tỉnh Ninh Thuận năm 2023'].map(
      (name): [string, string, readonly string[]] => [
        name,
        'Chưa có số liệu hồ sơ trễ hạn — Tỉnh Ninh Thuận',
        ['Từ 01/07/2025 tỉnh Ninh Thuận nhập vào tỉnh Khánh Hòa.'],
      ],
    ),
  ])('%s', async (name, first, story) => {
    const { text } = await bot.hears(`/tre-han ${name}`);
    expect(text.startsWith(first)).toBe(true);
    for (const line of story) expect(text).toContain(line);
  });
});

test('an old name without figures by field says what it became, too', async () => {
  const { text } = await bot.hears('/linh-vuc tỉnh Ninh Thuận');
  expect(text).toContain('Từ 01/07/2025 tỉnh Ninh Thuận nhập vào tỉnh Khánh Hòa.');
});

describe('a name that two bore one after the other', () => {
  test('is the one that existed in the period, and the reply says so', async () => {
    const { text } = await bot.hears('UBND xã Ninh Sơn năm 2023');
    expect(text).toMatch(/^0,22% hồ sơ trễ hạn — UBND xã Ninh Sơn, năm 2023/u);
    expect(text).toContain(
      'Tôi hiểu: UBND xã Ninh Sơn (TX Ninh Hòa), cơ quan có trong kỳ được hỏi; hiện nay còn có UBND xã Ninh Sơn (tỉnh Khánh Hòa, từ 01/07/2025).',
    );
  });

  test('stays the same while it is talked about', async () => {
    const talk = bot.talk();
    await talk.hears('UBND xã Ninh Sơn năm 2023');
    const { text } = await talk.hears('còn năm 2026?');
    expect(text).toContain('Tôi hiểu: tỷ lệ hồ sơ trễ hạn, UBND xã Ninh Sơn.');
    expect(text).toContain('Từ 01/07/2025 xã Ninh Sơn nhập vào xã Bắc Ninh Hòa.');
  });
});

describe('a new name has no figures yet, and says what it was formed from', () => {
  test('a new ward offers the units it was formed from, and each of them answers', async () => {
    const { text, reply } = await bot.hears('/tre-han phường Bắc Nha Trang');
    expect(text).toMatch(/^Chưa có số liệu hồ sơ trễ hạn — UBND phường Bắc Nha Trang/u);
    expect(text).toContain(
      'Phường Bắc Nha Trang thành lập ngày 01/07/2025 từ phường Vĩnh Hòa, phường Vĩnh Hải, phường Vĩnh Phước, phường Vĩnh Thọ, xã Vĩnh Lương và xã Vĩnh Phương.',
    );
    expect(reply.choices).toHaveLength(6);
    for (const { label, send } of reply.choices) {
      expect((await bot.hears(send)).text).toMatch(new RegExp(`^\\d+,\\d\\d% .*${label}`, 'u'));
    }
  });

  test('a unit that got only a part of another says so', async () => {
    const { text } = await bot.hears('/tre-han xã Cam Hiệp');
    expect(text).toContain('một phần xã Cam Hiệp Bắc');
  });

  test('a merged department', async () => {
    const { text } = await bot.hears('/tre-han Sở Nông nghiệp và Môi trường');
    expect(text).toMatch(/^Chưa có số liệu/u);
    expect(text).toContain('Sở Tài nguyên và Môi trường');
  });
});

test.each([
  ['Vạn Thắng', ['x-van-thang', 'p-van-thang']],
  ['Vạn Thạnh', ['p-van-thanh', 'x-van-thanh']],
])('%s is two places: it is asked which, and each choice answers for itself', async (name, ids) => {
  const { reply } = await bot.hears(`/tre-han ${name}`);
  const meant: (string | null)[] = [];
  for (const { send } of reply.choices) meant.push((await bot.hears(send)).reply.topic.agency);
  for (const id of ids) expect(meant).toContain(id);
});
