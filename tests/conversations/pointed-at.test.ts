import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(async () => {
  await bot[Symbol.asyncDispose]();
});

/** The answer to the last of several messages of one person. */
async function lastOf(...texts: readonly [string, string]) {
  const talk = bot.talk();
  await talk.hears(texts[0]);
  return talk.hears(texts[1]);
}

describe('who is pointed at after a ranking', () => {
  test.each([
    ['huyện nào trễ hạn nhiều nhất', 'huyện đó thế nào', 'UBND huyện Cam Lâm'],
    ['huyện nào trễ hạn nhiều nhất', 'huyen do', 'UBND huyện Cam Lâm'],
    ['/xep-hang huyện', 'đơn vị đó vì sao', 'UBND huyện Cam Lâm'],
    ['/xep-hang huyện số hồ sơ', '/tre-han huyện đó', 'UBND thị xã Ninh Hòa'],
    ['huyện nào trễ hạn ít nhất', 'huyện đó bao nhiêu hồ sơ', 'UBND huyện Khánh Sơn'],
    ['sở nào trên 5%', 'sở đó đúng hạn thế nào', 'Sở Tài nguyên và Môi trường'],
    ['khối nào trễ nhất', 'khối đó', 'Khối UBND cấp huyện'],
    ['/xep-hang huyện', 'trung bình bao nhiêu', 'Khối UBND cấp huyện'],
  ])('%s > %s: %s', async (before, question, agency) => {
    const { text } = await lastOf(before, question);
    expect(text).toMatch(/^\S.* — /u);
    expect(text).toMatch(new RegExp(`^Tôi hiểu: .*${agency}`, 'mu'));
  });

  test.each([
    ['sở nào trễ hạn thấp nhất', 'sở đó thế nào', 'Sở Y tế'],
    ['huyện nào trên 1%', 'huyện đó', 'UBND huyện Diên Khánh'],
  ])('%s > %s: one of several is asked for', async (before, question, among) => {
    const { text, reply } = await lastOf(before, question);
    expect(text).toMatch(/^“(?:sở|huyện) đó” là cơ quan nào\?/u);
    expect(reply.choices.map(({ label }) => label)).toContain(among);
  });

  test('nobody was talked about', async () => {
    expect((await bot.hears('/tre-han huyện đó')).text).toMatch(
      /^Không tìm thấy cơ quan “huyện đó”/u,
    );
    expect((await lastOf('/tong-quan', 'huyện đó')).text).not.toContain('UBND huyện');
  });
});
