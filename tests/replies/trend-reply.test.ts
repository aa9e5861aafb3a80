import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startBot, type TestBot } from '../conversations/start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot[Symbol.asyncDispose]());

describe('/dien-bien Nha Trang', () => {
  test('both rates of a period, in the first line, in its row and in the picture', async () => {
    const { text, reply } = await bot.hears('/dien-bien Nha Trang');
    expect(text.split('\n')[0]).toContain('6T đầu 2023: 1,10% (công bố 0,96%) · 2023: 0,77%');
    expect(text).toContain('; 0,96% (63/6.571) — công bố, chỉ tính hồ sơ đã giải quyết');
    expect(reply.chart?.subtitle).toContain('; 6T đầu 2023 (công bố 0,96%)');
  });

  test('every period has its days, its formula, and the newest its standing', async () => {
    const { text } = await bot.hears('/dien-bien Nha Trang');
    expect(text).toContain('• Năm 2020 (15/12/2019–14/12/2020): 12,44%');
    expect(text).toContain('0,77% (109/14.114) — công thức của tỉnh');
    expect(text).toContain('chỉ tính hồ sơ đã giải quyết: đã giải quyết trễ hạn ÷ đã giải quyết');
    expect(text).toContain('\nKỳ mới nhất: dưới mục tiêu 1%\n');
  });
});

test('a single formula is said once, and a target with where it is ordered', async () => {
  const { text } = await bot.hears('/dien-bien trực tuyến Nha Trang');
  expect(text).toContain('Kỳ mới nhất: vượt chỉ tiêu 40–45% (Quyết định 807/QĐ-UBND)');
  const onTime = (await bot.hears('/dien-bien Nha Trang đúng hạn')).text;
  expect(onTime).toContain('\nCông thức: đã giải quyết trước hạn và đúng hạn ÷ đã giải quyết\n');
});
