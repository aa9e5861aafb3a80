import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot[Symbol.asyncDispose]());

const firstLine = (text: string) => text.split('\n')[0];

describe('the number asked for opens the reply', () => {
  test.each([
    ['hồ sơ tồn đọng của Cam Lâm', '99 hồ sơ đang giải quyết (27 trễ hạn) — UBND huyện Cam Lâm'],
    ['Cam Lâm còn tồn bao nhiêu hồ sơ', '99 hồ sơ đang giải quyết (27 trễ hạn)'],
    ['/ho-so Cam Lâm tồn đọng', '99 hồ sơ đang giải quyết (27 trễ hạn)'],
    ['Cam Lâm đã giải quyết bao nhiêu hồ sơ', '2.542 hồ sơ đã giải quyết — UBND huyện Cam Lâm'],
    ['Cam Lâm tiếp nhận bao nhiêu hồ sơ', '2.860 hồ sơ tiếp nhận — UBND huyện Cam Lâm'],
    ['/ho-so Cam Lâm', '2.860 hồ sơ tiếp nhận — UBND huyện Cam Lâm'],
  ])('%s', async (question, start) => {
    expect(firstLine((await bot.hears(question)).text)).toContain(start);
  });

  test('and that of the next agency too', async () => {
    const talk = bot.talk();
    await talk.hears('hồ sơ tồn đọng của Cam Lâm');
    expect((await talk.hears('còn Cam Ranh?')).text).toMatch(/^1\.091 hồ sơ đang giải quyết/u);
  });
});

describe('a value alone narrows the ranking before', () => {
  test.each([
    ['trên 3%?', '1/8 huyện trễ hạn trên 3%'],
    ['còn dưới 0,5% thì sao', '2/8 huyện trễ hạn dưới 0,5%'],
    ['không có hồ sơ trễ hạn?', '1/8 huyện không có hồ sơ trễ hạn'],
  ])('%s', async (question, start) => {
    const talk = bot.talk();
    await talk.hears('huyện nào trễ hạn nhiều nhất');
    expect(firstLine((await talk.hears(question)).text)).toContain(start);
  });

  test('but nothing that was not a ranking', async () => {
    expect((await bot.hears('trên 3%?')).text).toContain('Tôi chưa hiểu câu hỏi này');
  });
});
