import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot[Symbol.asyncDispose]());

const firstLine = (text: string) => text.split('\n')[0];

describe('blocks by published rates', () => {
  test.each([
    [
      'khối nào hài lòng thấp nhất',
      'Cục Hải quan tỉnh 82,24% thấp nhất — chỉ số hài lòng theo khối',
    ],
    ['trực tuyến các khối', 'Khối UBND cấp huyện 77,97% cao nhất — hồ sơ trực tuyến theo khối'],
    ['trực tuyến theo khối', 'Khối UBND cấp huyện 77,97% cao nhất'],
    ['khối nào hài lòng dưới 84%', '2/9 khối, cơ quan dưới 84% — chỉ số hài lòng theo khối'],
  ])('%s', async (question, start) => {
    const { text } = await bot.hears(question);
    expect(firstLine(text)).toContain(start);
    expect(text).not.toContain('Chưa xếp hạng được');
  });

  test('a value alone narrows them', async () => {
    const talk = bot.talk();
    await talk.hears('khối nào hài lòng thấp nhất');
    const { text } = await talk.hears('khối nào dưới 84%');
    expect(firstLine(text)).toContain('2/9 khối, cơ quan dưới 84%');
  });
});

test.each([
  ['ngành dọc đúng hạn', '99,96% hồ sơ đúng hạn — Khối cơ quan ngành dọc'],
  ['ngành dọc trực tuyến', '92,16% hồ sơ trực tuyến — Khối cơ quan ngành dọc'],
])('%s is about the block', async (question, start) => {
  const { text } = await bot.hears(question);
  expect(firstLine(text)).toContain(start);
  expect(text).not.toContain('Chưa xếp hạng được');
});

test.each([
  ['ngành dọc', ['Hồ sơ đúng hạn', 'Hồ sơ trực tuyến']],
  ['BHXH', ['Hồ sơ đúng hạn', 'Hồ sơ trực tuyến', 'Chỉ số hài lòng']],
])('%s: what there is, is offered', async (question, labels) => {
  const { reply } = await bot.hears(question);
  expect(reply.choices.map(({ label }) => label)).toEqual(labels);
  const [choice] = reply.choices;
  expect(firstLine((await bot.hears(choice?.send ?? '')).text)).toMatch(
    /^9\d,\d\d% hồ sơ đúng hạn/u,
  );
});

test('branches of all districts are no second side', async () => {
  const { text } = await bot.hears('so sánh CN đất đai các huyện');
  expect(firstLine(text)).toContain('CN Cam Lâm 1,53% cao nhất');
});

test('the printed name of a row is the row', async () => {
  const { text } = await bot.hears('Thuộc huyện Cam Lâm');
  expect(firstLine(text)).toContain('0,91% hồ sơ trễ hạn — UBND cấp xã thuộc huyện Cam Lâm');
});

describe('a block that reports as a whole, or not at all', () => {
  test.each(['các ngành dọc đúng hạn', '/xep-hang ngành dọc đúng hạn'])(
    '%s: the rate of the block, and what its units publish',
    async (question) => {
      const { text } = await bot.hears(question);
      expect(firstLine(text)).toContain('99,96% hồ sơ đúng hạn — Khối cơ quan ngành dọc');
      expect(text).toContain('Chưa xếp hạng được chỉ tiêu này theo từng đơn vị; đây là số chung.');
      expect(text).toContain('Công an tỉnh: 99,97%');
    },
  );

  test.each(['ngành dọc trễ hạn nhất', 'cơ quan trung ương trễ hạn', '/xep-hang ngành dọc hồ sơ'])(
    '%s: there are no such figures, but others',
    async (question) => {
      const { text, reply } = await bot.hears(question);
      expect(text).toMatch(/^Chưa có số liệu hồ sơ .* — Khối cơ quan ngành dọc/u);
      expect(text).toContain('Có số liệu: hồ sơ đúng hạn, hồ sơ trực tuyến.');
      expect(text).not.toContain('đây là số chung');
      for (const { send } of reply.choices) {
        expect((await bot.hears(send)).text).toMatch(/^(?!Chưa có số liệu)/u);
      }
    },
  );

  test('the central agencies are those', async () => {
    const { text } = await bot.hears('các cơ quan trung ương đúng hạn bao nhiêu');
    expect(firstLine(text)).toContain('99,96% hồ sơ đúng hạn — Khối cơ quan ngành dọc');
  });

  test.each(['khối doanh nghiệp trễ hạn', 'khối đoàn thể trễ hạn', 'khoi doanh nghiep tre han'])(
    '%s: no block of that name, and which there are',
    async (question) => {
      const { text, reply } = await bot.hears(question);
      expect(text).toMatch(/^Không có số liệu của “kh[ốo]i (?:doanh nghi[ệe]p|đoàn thể)”/u);
      expect(reply.choices.map(({ label }) => label)).toEqual([
        'Các khối của tỉnh',
        'Khối ngành dọc',
      ]);
      for (const { send } of reply.choices) {
        expect((await bot.hears(send)).text).toMatch(/^(?:Cấp huyện 1,28%|99,96%)/u);
      }
    },
  );
});
