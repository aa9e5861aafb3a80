import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot[Symbol.asyncDispose]());

const RESOLVED = '5,77% (chỉ tính hồ sơ đã giải quyết) hồ sơ trễ hạn — Sở Tài nguyên và Môi trường';
const OF_PROVINCE = '9,26% hồ sơ trễ hạn — Sở Tài nguyên và Môi trường';

describe('words choose the formula, and the first line says which it is', () => {
  test.each([
    ['tỷ lệ trễ hạn theo hồ sơ đã giải quyết của Sở TNMT năm 2023', RESOLVED],
    ['trễ hạn Sở TNMT tính theo hồ sơ đã giải quyết', RESOLVED],
    ['tre han so tnmt tinh tren ho so da giai quyet', RESOLVED],
    ['trễ hạn Sở TNMT theo công thức trễ/đã giải quyết', RESOLVED],
    ['trễ hạn trên số đã giải quyết của Sở TNMT', RESOLVED],
    ['tỷ lệ trễ hạn của Sở TNMT chỉ tính hồ sơ đã giải quyết xong', RESOLVED],
    ['/tre-han sở tnmt theo đã giải quyết', RESOLVED],
    ['trễ hạn Sở TNMT theo công thức của tỉnh', OF_PROVINCE],
    ['trễ hạn Sở TNMT trên tổng số hồ sơ phải giải quyết', OF_PROVINCE],
    // A formula that is refused leaves the province's own.
    ['trễ hạn Sở TNMT không tính theo hồ sơ đã giải quyết', OF_PROVINCE],
    ['tre han so tnmt khong phai tinh tren ho so da giai quyet', OF_PROVINCE],
    ['trễ hạn Sở TNMT không chỉ tính hồ sơ đã giải quyết', OF_PROVINCE],
    ['không chỉ tính hồ sơ đã giải quyết mà cả đang giải quyết, Sở TNMT trễ hạn', OF_PROVINCE],
    ['/tre-han sở tnmt không theo đã giải quyết', OF_PROVINCE],
    ['Sở TNMT có vượt 1% không tính theo hồ sơ đã giải quyết', `Đã vượt 1%: ${RESOLVED}`],
    // Late dossiers that were resolved are a number, and no formula.
    ['hồ sơ đã giải quyết trễ hạn của Sở TNMT', '55 hồ sơ đã giải quyết trễ hạn'],
    ['xếp hạng huyện theo hồ sơ đã giải quyết', 'Nha Trang 12.937 hồ sơ đã giải quyết'],
    ['tổng hợp theo hồ sơ tiếp nhận Nha Trang', '14.982 hồ sơ tiếp nhận'],
    ['đúng hạn Nha Trang trên số đã giải quyết', '99,30% hồ sơ đúng hạn'],
    ['công thức của tỉnh là gì', 'Cách tính tỷ lệ hồ sơ trễ hạn'],
    [
      'huyện nào trễ hạn nhiều nhất tính theo hồ sơ đã giải quyết',
      'Cam Lâm 2,20% cao nhất — theo tỷ lệ hồ sơ trễ hạn (chỉ tính hồ sơ đã giải quyết)',
    ],
    [
      'huyện nào trễ hạn trên 2% tính theo hồ sơ đã giải quyết',
      '1/8 huyện trễ hạn trên 2% — chỉ tính hồ sơ đã giải quyết, UBND cấp huyện',
    ],
    [
      '/so-sanh Nha Trang, Cam Ranh trễ hạn theo hồ sơ đã giải quyết',
      'Nha Trang 0,70% · Cam Ranh 1,36% — tỷ lệ hồ sơ trễ hạn (chỉ tính hồ sơ đã giải quyết)',
    ],
    [
      '/dien-bien Nha Trang tính theo hồ sơ đã giải quyết',
      '6T đầu 2023: 0,96% · 2023: 0,70% — tỷ lệ hồ sơ trễ hạn (chỉ tính hồ sơ đã giải quyết)',
    ],
    [
      'Nha Trang 6 tháng đầu năm 2023 trễ hạn theo công thức của tỉnh',
      '1,10% hồ sơ trễ hạn — UBND thành phố Nha Trang',
    ],
  ])('%s', async (question, start) => {
    expect((await bot.hears(question)).text.split('\n')[0]).toContain(start);
  });
});

test('counts, standing, place and picture go by it too', async () => {
  const { text, reply } = await bot.hears('Sở KHĐT trễ hạn tính theo hồ sơ đã giải quyết');
  expect(text).toContain('2/216 hồ sơ = đã giải quyết trễ hạn ÷ đã giải quyết');
  expect(text).toContain('Dưới mục tiêu 1%');
  expect(text).not.toContain('Nhiều hồ sơ trễ hạn nhất');
  expect(text).not.toMatch(/còn \d+ hồ sơ/u);
  expect(reply.chart?.subtitle).toContain('(chỉ tính hồ sơ đã giải quyết)');
  // The other period is asked for by the same formula.
  const [choice] = reply.choices;
  expect((await bot.hears(choice?.send ?? '')).text).toContain('5/2.525 hồ sơ = đã giải quyết trễ');
});

describe('a number is that of the formula, and not of all that are late', () => {
  const OF_LATE = 'hồ sơ đã giải quyết trễ hạn';
  test.each([
    ['bao nhiêu hồ sơ trễ hạn Cam Lâm tính theo hồ sơ đã giải quyết', `56 ${OF_LATE}`],
    ['số hồ sơ trễ hạn trong đã giải quyết của Cam Lâm', `56 ${OF_LATE}`],
    ['so ho so tre han nha trang tinh theo ho so da giai quyet', `91 ${OF_LATE}`],
    ['/tre-han Nha Trang 6T/2023 số hồ sơ tính theo hồ sơ đã giải quyết', `63 ${OF_LATE}`],
    ['số hồ sơ trễ hạn của các huyện tính theo hồ sơ đã giải quyết', `Nha Trang 91 ${OF_LATE}`],
    ['huyện nào trễ trên 80 hồ sơ tính theo hồ sơ đã giải quyết', '2/8 huyện có trên 80'],
    [
      'so sánh số hồ sơ trễ hạn Nha Trang và Cam Ranh tính theo hồ sơ đã giải quyết',
      'Nha Trang 0,70% · Cam Ranh 1,36% — tỷ lệ hồ sơ trễ hạn (chỉ tính hồ sơ đã giải quyết)',
    ],
  ])('%s', async (question, start) => {
    const { text } = await bot.hears(question);
    expect(text.split('\n')[0]).toContain(start);
    expect(text).not.toContain('Chưa hiểu');
  });

  test('also where it is offered beneath a ranking, or asked for after it', async () => {
    const talk = bot.talk();
    const { reply } = await talk.hears('xếp hạng huyện trễ hạn tính theo hồ sơ đã giải quyết');
    const byNumber = reply.choices.find(({ label }) => label === 'Theo số hồ sơ');
    const { text } = await bot.hears(byNumber?.send ?? '');
    expect(text).toMatch(/^Nha Trang 91 hồ sơ đã giải quyết trễ hạn, nhiều nhất/u);
    expect((await talk.hears('còn theo số hồ sơ?')).text).toMatch(/^Nha Trang 91 hồ sơ đã/u);
  });
});

test('over time a rate that is printed with these counts is no computed one', async () => {
  const { text } = await bot.hears('diễn biến trễ hạn Nha Trang tính theo hồ sơ đã giải quyết');
  expect(text).toMatch(/0,96% \(63\/6\.571\)(?! — tính từ)/u);
  expect(text).toContain('0,70% (91/12.937) — tính từ số hồ sơ, chỉ tính hồ sơ đã giải quyết');
});

describe('what no formula is known for is said', () => {
  test.each([
    [
      'trễ hạn Sở TNMT trên tổng số hồ sơ tiếp nhận',
      'Không báo cáo nào tính trên tổng số tiếp nhận',
    ],
    ['trễ hạn Nha Trang không tính theo công thức của tỉnh', 'Chưa hiểu phần: “không tính theo'],
    ['trễ hạn Nha Trang không tính hồ sơ đã giải quyết', 'Chưa hiểu phần: “không tính hồ sơ'],
    ['/truc-tuyen Nha Trang tính theo hồ sơ đã giải quyết', 'Chưa hiểu phần: “tính theo hồ sơ đã'],
    ['/tong-quan Nha Trang tính theo hồ sơ đã giải quyết', 'Chưa hiểu phần: “tính theo hồ sơ đã'],
    [
      'Nha Trang còn bao nhiêu hồ sơ nữa thì vượt 1%, tính theo hồ sơ đã giải quyết',
      'Chưa hiểu phần: “tính theo hồ sơ đã giải quyết”',
    ],
    [
      'xếp hạng huyện năm 2020 trễ hạn tính theo hồ sơ đã giải quyết',
      'Chưa đủ số liệu để xếp hạng hồ sơ trễ hạn năm 2020',
    ],
    [
      'Nha Trang năm 2020 trễ hạn tính theo hồ sơ đã giải quyết',
      'Chỉ tìm số tính theo: đã giải quyết trễ hạn ÷ đã giải quyết.',
    ],
  ])('%s', async (question, said) => {
    expect((await bot.hears(question)).text).toContain(said);
  });

  test('what is published by no stated formula is said, and offered as that', async () => {
    const { text, reply } = await bot.hears('Nha Trang 2020 tính theo hồ sơ đã giải quyết');
    expect(text).toMatch(/^Chưa có số liệu hồ sơ trễ hạn — UBND thành phố Nha Trang, năm 2020/u);
    expect(text).toContain('Năm 2020 công bố 12,44%, văn bản không nêu công thức.');
    expect(text).toContain('Nguồn: ');
    expect(reply.choices[0]?.label).toBe('Không chọn công thức: năm 2020');
    const { text: chosen } = await bot.hears(reply.choices[0]?.send ?? '');
    expect(chosen).toMatch(/^12,44%/u);
  });

  test('what is in time is counted of what was resolved anyway', async () => {
    const { text } = await bot.hears('/dung-han Nha Trang tính theo hồ sơ đã giải quyết');
    expect(text).not.toContain('Chưa hiểu');
  });
});

test('a conversation goes on by the formula, until another question is asked in full', async () => {
  const talk = bot.talk();
  await talk.hears('Sở TNMT trễ hạn');
  const steps: readonly (readonly [string, RegExp])[] = [
    ['còn tính theo hồ sơ đã giải quyết thì sao?', /^5,77% \(chỉ tính/u],
    ['còn Sở KHĐT?', /^0,93% \(chỉ tính/u],
    ['còn quý 3?', /^0,20% \(chỉ tính/u],
    ['còn năm 2023?', /^0,93% \(chỉ tính/u],
    ['so với Sở TNMT', /^Sở KHĐT 0,93% · Sở TNMT 5,77% .* \(chỉ tính/u],
    ['sở nào cao nhất?', /^Sở TNMT 5,77% cao nhất .* \(chỉ tính/u],
    ['theo công thức của tỉnh thì sao?', /^Sở TNMT 9,26% cao nhất — theo tỷ lệ hồ sơ trễ hạn, /u],
    ['tính theo hồ sơ đã giải quyết', /^Sở TNMT 5,77% cao nhất/u],
    ['trễ hạn Sở TNMT', /^9,26% hồ sơ trễ hạn/u],
  ];
  for (const [said, first] of steps) expect((await talk.hears(said)).text).toMatch(first);
});

test('what is offered next asks for the formula that answered, and not for one that nobody computes', async () => {
  const questions = [
    'xếp hạng huyện trễ hạn trên tổng số hồ sơ tiếp nhận',
    'xếp hạng trễ hạn trên tổng số hồ sơ tiếp nhận',
    'huyện nào trễ hạn trên 1% tính trên tổng số hồ sơ tiếp nhận',
    'so sánh Nha Trang, Cam Ranh trễ hạn trên tổng số hồ sơ tiếp nhận',
  ];
  for (const question of questions) {
    const { text, reply } = await bot.hears(question);
    expect(text).toContain('Không báo cáo nào tính trên tổng số tiếp nhận');
    const sent = reply.choices.map(({ send }) => send);
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.join('\n')).not.toContain('tính trên');
  }
});
