import { afterAll, beforeAll, expect, test } from 'vitest';

import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot[Symbol.asyncDispose]());

/** Section 7 of the design: what the official documents say has to come out. */
const QUESTIONS: readonly (readonly [question: string, said: readonly string[]])[] = [
  [
    '/tre-han Nha Trang',
    [
      '0,77% hồ sơ trễ hạn — UBND thành phố Nha Trang, năm 2023',
      '109/14.114 hồ sơ = (đã giải quyết trễ hạn + đang giải quyết trễ hạn) ÷ (đã giải quyết + đang giải quyết)',
      'năm 2023 (15/12/2022–14/12/2023)',
      'Dưới mục tiêu 1% · còn 32 hồ sơ',
      'Chi nhánh Văn phòng Đăng ký đất đai Nha Trang 0,72%',
      'UBND cấp xã thuộc thành phố Nha Trang 0,10%',
      'Cao thứ 6/8 UBND cấp huyện',
      'Báo cáo 55/BC-UBND ngày 26/02/2024, Phụ lục 2 · số liệu đến 14/12/2023',
    ],
  ],
  [
    '/tre-han Nha Trang 6 tháng đầu năm 2023',
    [
      '0,96% (công bố, chỉ tính hồ sơ đã giải quyết)',
      '1,10% (công thức của tỉnh)',
      '63/6.571',
      '85/7.718',
      'Hai số khác nhau do công thức; một cách tính dưới 1%, một cách tính từ 1% trở lên.',
      'Giảm 0,74 điểm % so với 6 tháng đầu năm 2022 (theo báo cáo)',
      'Giảm 0,52 điểm % so với quý I/2023 (theo báo cáo)',
      '6 tháng đầu năm 2023 (15/12/2022–14/06/2023)',
      'Báo cáo 4589/BC-UBND ngày 14/06/2023',
    ],
  ],
  // The published rate is told wherever the computed one is set beside others.
  [
    '/so-sanh Nha Trang, cấp xã Nha Trang 6 tháng đầu năm 2023',
    [
      'Nha Trang 1,10% (công bố 0,96%) · Cấp xã Nha Trang 0,08% — tỷ lệ',
      '1,10% (85/7.718) — tính từ số hồ sơ, công thức của tỉnh; 0,96% (63/6.571) — công bố, chỉ tính hồ sơ đã giải quyết',
    ],
  ],
  [
    '/so-sanh Nha Trang 2023, 6 tháng đầu năm 2023',
    ['Năm 2023 0,77% · 6 tháng đầu năm 2023 1,10% (công bố 0,96%) — tỷ lệ'],
  ],
  [
    '/so-sanh Nha Trang, cấp xã Nha Trang 6 tháng đầu năm 2023 có đạt mục tiêu không',
    [
      'Nha Trang 1,10% (công bố 0,96%): không đạt · Cấp xã Nha Trang 0,08%: đạt — tỷ lệ',
      'không đạt, vượt mục tiêu 1%; theo số 0,96% thì dưới mục tiêu 1%',
    ],
  ],
  ['/dien-bien Nha Trang', ['6T đầu 2023: 1,10% (công bố 0,96%)']],
  [
    '/tre-han toàn tỉnh',
    [
      '0,49%',
      '2.597/525.433',
      '171 đơn vị cộng lại 2.635/530.662 = 0,50%',
      'lệch 5.229 hồ sơ đã giải quyết',
      'lệch 38 hồ sơ trễ hạn',
      'Giảm 1,10 điểm % so với năm 2022 (theo báo cáo)',
    ],
  ],
  [
    '/tre-han cấp xã Cam Ranh',
    ['0,29%', '24/8.341', '15 đơn vị cộng lại 62/13.570 = 0,46%', 'lệch 5.229 hồ sơ đã giải quyết'],
  ],
  [
    '/tre-han sở KHĐT quý 3 2023',
    [
      '0,18%',
      '5/2.718',
      'quý III/2023 (15/06/2023–14/09/2023)',
      'khác phạm vi, không so với số liệu năm 2023',
      'Báo cáo 3662/BC-SKHĐT',
    ],
  ],
  [
    '/tre-han sở KHĐT 2023',
    ['0,87%', '2/230', 'khác phạm vi, không so với số liệu quý III/2023', 'Phụ lục 2'],
  ],
  [
    '/tre-han Nha Trang 2020',
    [
      '12,44%',
      'Chỉ công bố tỷ lệ, không có số hồ sơ',
      'văn bản không nêu công thức',
      'năm 2020 (15/12/2019–14/12/2020)',
      'Báo cáo 43/BC-UBND ngày 17/03/2021',
    ],
  ],
  [
    '/truc-tuyen Nha Trang 6 tháng đầu năm 2023',
    ['68,67%', '3.996 hồ sơ trực tuyến', 'Vượt chỉ tiêu 40–45% (Quyết định 807/QĐ-UBND)', '54,87%'],
  ],
  ['/truc-tuyen sở KHĐT', ['97,45%', '2.493/2.558', 'Vượt chỉ tiêu 50–55%']],
  ['/truc-tuyen toàn tỉnh 2023', ['62,90%', '185.296/294.588', '67,78%', '56,02%']],
  ['/thanh-toan toàn tỉnh 2023', ['135.943', '134.041.693.402 đồng', '127.217.079.306 đồng']],
  ['/so-hoa', ['66,81%', '76,71%', 'Cổng Dịch vụ công Quốc gia']],
  ['/hai-long', ['Khối UBND cấp huyện: 87,33%', 'Cục Hải quan', '82,24%']],
  ['/dung-han Nha Trang 6 tháng đầu năm 2023', ['99,04%', '6.508/6.571']],
  ['/linh-vuc Nha Trang', ['Đất đai 4,36%', '61 hồ sơ trễ hạn']],
];

test.each(QUESTIONS)('%s', async (question, said) => {
  const { text } = await bot.hears(question);
  for (const words of said) expect(text).toContain(words);
});

test('a quarter in another scope is never mixed with the yearly table of 255 dossiers', async () => {
  const { text, reply } = await bot.hears('/tre-han sở KHĐT quý 3 2023');
  expect(text).not.toMatch(/\b255\b|\b230\b/u);
  expect(new Set(reply.snapshots).size).toBe(1);
});

test('a rate published without counts is given no counts', async () => {
  const { text } = await bot.hears('/tre-han Nha Trang 2020');
  expect(text).not.toMatch(/\d\/\d+ hồ sơ/u);
});

test('the rate of 2020 is cited at its own place where its cause is asked for', async () => {
  const { text } = await bot.hears('vì sao Nha Trang trễ hạn 2020');
  expect(text).toContain('Báo cáo 43/BC-UBND ngày 17/03/2021, mục III.2');
});

test.each(['/tre-han Nha Trang 2020', '/so-sanh Nha Trang 2020, 2023', '/dien-bien Nha Trang'])(
  '%s: the rate of 2020 is cited at its own place, in the picture too',
  async (question) => {
    const { text, reply } = await bot.hears(question);
    for (const cited of [text, reply.chart?.source]) {
      expect(cited).toContain('Báo cáo 43/BC-UBND ngày 17/03/2021, mục III.2');
      expect(cited).not.toContain('mục II.3');
    }
  },
);

test('the districts in order, counts beside rates', async () => {
  const { reply, text } = await bot.hears('/xep-hang huyện');
  const table = reply.blocks.find((block) => block.kind === 'table');
  expect(table?.rows).toEqual([
    ['1. Cam Lâm', '3,14%', '83/2.641'],
    ['2. Diên Khánh', '1,82%', '85/4.680'],
    ['3. Cam Ranh', '1,62%', '103/6.372'],
    ['4. Ninh Hòa', '1,39%', '121/8.684'],
    ['5. Vạn Ninh', '0,82%', '25/3.046'],
    ['6. Nha Trang', '0,77%', '109/14.114'],
    ['7. Khánh Vĩnh', '0,35%', '4/1.142'],
    ['8. Khánh Sơn', '0,00%', '0/626'],
  ]);
  expect(text).toContain('4/8 huyện từ 1% trở lên');
});

test('what contradicts itself is found without being asked about it', async () => {
  const { text } = await bot.hears('/doi-chieu');
  expect(text).toContain('3 chỗ không khớp');
  const cause = text.indexOf('UBND cấp xã thuộc thành phố Cam Ranh');
  expect(cause).toBeGreaterThan(0);
  // The cause comes before the totals that only carry it on.
  expect(text.indexOf('Khối UBND cấp xã')).toBeGreaterThan(cause);
  expect(text).toContain('24/8.341 = 0,29%, các đơn vị cộng lại 62/13.570 = 0,46%');
  expect(text).toContain('bảng ghi 8.184, các đơn vị trực thuộc cộng lại 13.413, lệch 5.229');
  expect(text).toContain('2.597/525.433 = 0,49%, các đơn vị cộng lại 2.635/530.662 = 0,50%');
});

test('where nothing contradicts itself, that is said', async () => {
  const { text } = await bot.hears('/doi-chieu cấp xã Cam Lâm');
  expect(text).toContain('Không thấy mâu thuẫn');
});

test('"so với Cam Ranh" goes on with both rates of Nha Trang, and so does the picture', async () => {
  const talk = bot.talk();
  await talk.hears('/tre-han Nha Trang 6 tháng đầu năm 2023');
  expect((await talk.hears('so với Cam Ranh')).text).toMatch(
    /^Nha Trang 1,10% \(công bố 0,96%\) · /u,
  );
  const { reply } = await talk.hears('so với cấp xã Nha Trang');
  expect(reply.chart?.subtitle).toContain('Nha Trang (công bố 0,96%)');
});
