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
  [
    'đang giải quyết trong hạn',
    '18.139 hồ sơ đang giải quyết trong hạn — Tỉnh Khánh Hòa, năm 2023',
  ],
  ['Nha Trang còn trong hạn bao nhiêu', '1.159 hồ sơ đang giải quyết trong hạn — UBND thành phố'],
  [
    'tiếp nhận mới sở KHĐT quý 3 2023',
    '2.558 hồ sơ tiếp nhận mới — Sở Kế hoạch và Đầu tư, quý III',
  ],
  ['sở KHĐT kỳ trước chuyển qua quý 3 2023', '160 hồ sơ kỳ trước chuyển sang — Sở Kế hoạch'],
  ['sở KHĐT quý 3 2023 nhận trực tiếp bao nhiêu', '65 hồ sơ tiếp nhận trực tiếp, bưu chính — Sở'],
  ['/ho-so sở KHĐT quý 3 2023 trực tuyến', '2.493 hồ sơ tiếp nhận trực tuyến — Sở Kế hoạch và'],
  [
    'Nha Trang nhận trực tuyến bao nhiêu hồ sơ 6 tháng đầu năm 2023',
    '3.996 hồ sơ trực tuyến (68,67%) — UBND thành phố Nha Trang, 6 tháng đầu năm 2023',
  ],
  ['Nha Trang giải quyết đúng hạn bao nhiêu hồ sơ', '12.846 hồ sơ giải quyết đúng hạn — UBND'],
  ['Nha Trang chưa giải quyết bao nhiêu', '1.177 hồ sơ đang giải quyết (18 trễ hạn) — UBND'],
  ['huyện nào còn trong hạn nhiều nhất', 'Ninh Hòa 2.341 hồ sơ đang giải quyết trong hạn, nhiều'],
  [
    'so sánh hồ sơ đang giải quyết của Nha Trang và Cam Ranh',
    'Nha Trang 1.177 · Cam Ranh 1.091 — hồ sơ đang giải quyết, năm 2023',
  ],
  ['sở tài chính còn mấy hồ sơ', '29 hồ sơ đang giải quyết (0 trễ hạn) — Sở Tài chính'],
  ['tiếp nhận mới Nha Trang', 'Nguồn không ghi số hồ sơ tiếp nhận mới — UBND thành phố Nha Trang'],
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

test.each([
  [
    'tỷ lệ trong hạn và quá hạn của Nha Trang',
    'trong hạn 99,23% (14.005/14.114), quá hạn 0,77% (109/14.114).',
  ],
  [
    'ty le qua han va trong han',
    'trong hạn 99,51% (522.836/525.433), quá hạn 0,49% (2.597/525.433).',
  ],
])('%s: both rates', async (question, rates) => {
  const { text } = await bot.hears(question);
  expect(text).toContain(`Trên tổng hồ sơ đã và đang giải quyết: ${rates}`);
});
