import { afterAll, beforeAll, expect, test } from 'vitest';

import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot[Symbol.asyncDispose]());

const firstLine = (text: string) => text.split('\n')[0];

test.each([
  [
    'hồ sơ đang giải quyết quá hạn của Ninh Hòa',
    '37 hồ sơ đang giải quyết trễ hạn — UBND thị xã Ninh Hòa, năm 2023',
  ],
  ['đã giải quyết trễ hạn Ninh Hòa', '84 hồ sơ đã giải quyết trễ hạn — UBND thị xã Ninh Hòa'],
  [
    'xã nào có hồ sơ đang giải quyết quá hạn nhiều nhất',
    'Khánh Đông 11 hồ sơ đang giải quyết trễ hạn, nhiều nhất',
  ],
  [
    'huyện nào có nhiều hồ sơ đã giải quyết trễ hạn nhất',
    'Nha Trang 91 hồ sơ đã giải quyết trễ hạn, nhiều nhất',
  ],
  [
    'trước hạn sở KHĐT quý 3',
    '41 hồ sơ giải quyết trước hạn — Sở Kế hoạch và Đầu tư, quý III/2023',
  ],
  ['tổng số hồ sơ trễ hạn toàn tỉnh', '2.597 hồ sơ trễ hạn — Tỉnh Khánh Hòa, năm 2023'],
  ['bao nhiêu hồ sơ trễ hạn Nha Trang 6 tháng đầu năm 2023', '85 hồ sơ trễ hạn — UBND thành phố'],
])('%s', async (question, start) => {
  expect(firstLine((await bot.hears(question)).text)).toContain(start);
});

test('the rate stays in sight, with what the number is a part of', async () => {
  const { text } = await bot.hears('Ninh Hòa đang giải quyết trễ hạn bao nhiêu');
  expect(text).toContain('Trễ hạn 121: đã giải quyết 84, đang giải quyết 37.');
  expect(text).toContain('1,39%: 121/8.684 hồ sơ');
});

test.each([
  ['số hồ sơ trễ hạn Nha Trang năm 2020', 'Nguồn không ghi số hồ sơ trễ hạn.'],
  ['trước hạn Nha Trang', 'Nguồn không ghi số hồ sơ giải quyết trước hạn.'],
])('%s: a number that no source tells is said to be missing', async (question, words) => {
  expect((await bot.hears(question)).text).toContain(words);
});

test('what follows asks for the same number', async () => {
  const talk = bot.talk();
  await talk.hears('Ninh Hòa đang giải quyết trễ hạn bao nhiêu');
  expect(firstLine((await talk.hears('còn Nha Trang?')).text)).toContain(
    '18 hồ sơ đang giải quyết trễ hạn — UBND thành phố Nha Trang',
  );
});
