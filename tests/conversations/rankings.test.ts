import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { printedRows } from '../figures/phu-luc-2.ts';
import { type Heard, startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(async () => {
  await bot[Symbol.asyncDispose]();
});

function firstLine({ text }: Heard): string {
  return text.split('\n')[0] ?? '';
}

function rowsOf({ reply }: Heard): readonly (readonly string[])[] {
  return reply.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
}

/** The short names of the units of Phụ lục 2 that report for themselves, by what holds of their row. */
function unitsWhere(holds: (overdue: number, handled: number) => boolean): readonly string[] {
  const rows = printedRows();
  const parents = new Set(rows.map(({ parent }) => parent));
  const units = rows.filter(({ path }) => !parents.has(path) && path !== 'TOTAL');
  return units
    .filter(({ overdueTotal, counts }) =>
      holds(overdueTotal, (counts.resolved ?? 0) + (counts.pending ?? 0)),
    )
    .map(({ path }) => bot.knowledge.directory.byOfficialPath(path)?.name ?? path);
}

test.each([
  '/xep-hang huyện',
  'huyện nào trễ hạn nhiều nhất',
  'huyện nào trên 1%',
  'xã nào trên 5%',
])('%s: the formula of the rates is said', async (question) => {
  const { text } = await bot.hears(question);
  const formula = '(đã giải quyết trễ hạn + đang giải quyết trễ hạn) ÷ ';
  expect(text).toContain(`Công thức: ${formula}`);
});

describe('the first line answers what was asked', () => {
  test.each([
    [
      'xã nào không có hồ sơ trễ hạn',
      '33/136 xã, phường không có hồ sơ trễ hạn — đơn vị cấp xã, năm 2023',
    ],
    [
      'huyện nào không có hồ sơ trễ hạn năm 2023',
      '1/8 huyện không có hồ sơ trễ hạn — UBND cấp huyện, năm 2023',
    ],
    ['sở nào không trễ hạn', '9/18 sở, ngành không có hồ sơ trễ hạn — sở, ngành, năm 2023'],
    ['đơn vị nào 0%', '43/171 đơn vị không có hồ sơ trễ hạn — mọi đơn vị của tỉnh, năm 2023'],
    [
      'chi nhánh nào không trễ hạn',
      'Cả 9 văn phòng, chi nhánh đều có hồ sơ trễ hạn — văn phòng, chi nhánh ĐKĐĐ, năm 2023',
    ],
    ['huyện nào trên 1%', '4/8 huyện trễ hạn trên 1% — UBND cấp huyện, năm 2023'],
    ['xã nào dưới 1%', '120/136 xã, phường trễ hạn dưới 1% — đơn vị cấp xã, năm 2023'],
    ['đơn vị nào vượt 1%', '22/171 đơn vị trễ hạn trên 1% — mọi đơn vị của tỉnh, năm 2023'],
    ['huyện nào trên 5%', 'Không có huyện nào trễ hạn trên 5% — UBND cấp huyện, năm 2023'],
    ['sở nào đúng hạn 100%', '9/18 sở, ngành đúng hạn 100% — sở, ngành, năm 2023'],
    [
      'huyện nào không đạt mục tiêu',
      '4/8 huyện không đạt mục tiêu trễ hạn dưới 1% — UBND cấp huyện, năm 2023',
    ],
    [
      'các sở có đạt mục tiêu không',
      '17/18 sở, ngành đạt mục tiêu trễ hạn dưới 1% — sở, ngành, năm 2023',
    ],
    [
      'thị trấn nào trễ hạn nhiều nhất',
      'TT. Khánh Vĩnh 1,79% cao nhất — theo tỷ lệ hồ sơ trễ hạn, thị trấn, năm 2023',
    ],
    [
      'phường nào của Nha Trang trễ hạn nhiều nhất',
      'Phương Sơn 0,47% cao nhất — theo tỷ lệ hồ sơ trễ hạn, phường thuộc Nha Trang, năm 2023',
    ],
    [
      'thành phố nào trễ hạn nhiều nhất',
      'Cam Ranh 1,62% cao nhất — theo tỷ lệ hồ sơ trễ hạn, thành phố, năm 2023',
    ],
    [
      'thị xã nào trễ hạn nhiều nhất',
      'Ninh Hòa 1,39% — theo tỷ lệ hồ sơ trễ hạn, thị xã duy nhất, năm 2023',
    ],
    ['quận nào trễ hạn nhiều nhất', 'Tỉnh không có quận nào'],
    [
      'huyện nào trễ hạn nhiều nhất',
      'Cam Lâm 3,14% cao nhất — theo tỷ lệ hồ sơ trễ hạn, UBND cấp huyện, năm 2023',
    ],
    [
      'huyện nào nhiều hồ sơ trễ hạn nhất',
      'Ninh Hòa 121 hồ sơ trễ hạn, nhiều nhất — theo số hồ sơ, UBND cấp huyện, năm 2023',
    ],
    [
      'nơi nào có nhiều hồ sơ trễ hạn nhất',
      'CN Ninh Hòa 385 hồ sơ trễ hạn, nhiều nhất — theo số hồ sơ, mọi đơn vị của tỉnh, năm 2023',
    ],
    [
      'xã nào nhiều hồ sơ quá hạn nhất',
      'Cam Thành Bắc 60 hồ sơ trễ hạn, nhiều nhất — theo số hồ sơ, đơn vị cấp xã, năm 2023',
    ],
    [
      'huyện nào ít hồ sơ trễ hạn nhất',
      'Khánh Sơn 0 hồ sơ trễ hạn, ít nhất — theo số hồ sơ, UBND cấp huyện, năm 2023',
    ],
    [
      'huyện nào tiếp nhận nhiều hồ sơ nhất',
      'Nha Trang 14.982 hồ sơ tiếp nhận, nhiều nhất — theo số hồ sơ, UBND cấp huyện, năm 2023',
    ],
    [
      'huyện nào tồn đọng nhiều hồ sơ nhất',
      'Ninh Hòa 2.378 hồ sơ đang giải quyết, nhiều nhất — theo số hồ sơ, UBND cấp huyện, năm 2023',
    ],
    ['Thanh tra tỉnh trễ hạn bao nhiêu', 'Không tìm thấy cơ quan “Thanh tra tỉnh”'],
  ])('%s', async (question, line) => {
    expect(firstLine(await bot.hears(question))).toBe(line);
  });
});

describe('those beyond a value are exactly those of the table', () => {
  test.each([
    ['đơn vị nào không có hồ sơ trễ hạn', { is: (overdue: number) => overdue === 0, count: 43 }],
    [
      'đơn vị nào vượt 1%',
      { is: (overdue: number, handled: number) => overdue * 100 > handled, count: 22 },
    ],
  ])('%s', async (question, { is, count }) => {
    const heard = await bot.hears(question);
    // A phone shows the first, the file has them all.
    expect(rowsOf(heard)).toHaveLength(15);
    const names = heard.reply.file?.sheets[0]?.rows.map(([, name]) => name) ?? [];
    expect(names).toHaveLength(count);
    expect(new Set(names)).toEqual(new Set(unitsWhere(is)));
  });

  test('none late: how many were handled, small ones too, and no picture of nothing', async () => {
    const heard = await bot.hears('sở nào không trễ hạn');
    expect(rowsOf(heard)).toContainEqual(['Sở Tài chính', '88']);
    expect(heard.text).toContain('Hồ sơ: số đã và đang giải quyết.');
    expect(heard.reply.chart).toBeNull();
  });

  test('nobody is so: who comes nearest', async () => {
    const { text } = await bot.hears('huyện nào trên 5%');
    expect(text).toContain('Gần nhất: Cam Lâm 3,14% (83/2.641).');
  });

  test('a value that cannot be asked of a metric is said not to be heeded', async () => {
    const { text } = await bot.hears('/ho-so huyện trên 1%');
    expect(text).toContain('Chỉ tiêu này không có tỷ lệ để lọc');
  });
});

describe('charts', () => {
  test('of numbers: numbers, the finding as title, and no limit of rates', async () => {
    const { reply } = await bot.hears('huyện nào nhiều hồ sơ trễ hạn nhất');
    expect(reply.chart).toMatchObject({
      kind: 'ranking',
      title: 'Ninh Hòa nhiều nhất: 121 hồ sơ trễ hạn',
      subtitle: 'Số hồ sơ trễ hạn, UBND cấp huyện, năm 2023',
      limit: null,
    });
    expect(reply.chart).toHaveProperty('bars.0', {
      label: 'Ninh Hòa',
      value: 121,
      valueLabel: '121',
      detail: '1,39%',
      marked: false,
    });
  });

  test('of those beyond a value: they alone', async () => {
    const { reply } = await bot.hears('vẽ biểu đồ huyện trên 1%');
    expect(reply.chart).toMatchObject({ title: '4/8 huyện trễ hạn trên 1%' });
    expect(reply.chart).toHaveProperty('bars.length', 4);
  });
});

describe('one tap away', () => {
  test.each([
    ['huyện nào trễ hạn nhiều nhất', 'Theo số hồ sơ', 'Ninh Hòa 121 hồ sơ trễ hạn'],
    ['huyện nào nhiều hồ sơ trễ hạn nhất', 'Theo tỷ lệ', 'Cam Lâm 3,14% cao nhất'],
    ['phường nào của Nha Trang trễ hạn ít nhất', 'Theo số hồ sơ', 'Phước Hòa và 4 đơn vị khác 0'],
    ['đơn vị nào vượt 1%', 'UBND cấp huyện', '4/8 huyện trễ hạn trên 1%'],
    ['đơn vị nào 0%', 'Đơn vị cấp xã', '33/136 xã, phường không có hồ sơ trễ hạn'],
    ['nơi nào tiếp nhận ít hồ sơ nhất', 'UBND cấp huyện', 'Khánh Sơn 712 hồ sơ tiếp nhận'],
  ])('%s, then %s: %s', async (question, label, line) => {
    const { reply } = await bot.hears(question);
    const choice = reply.choices.find((one) => one.label === label);
    expect(firstLine(await bot.hears(choice?.send ?? ''))).toContain(line);
  });
});

describe('whether a target is met', () => {
  test('of the agency talked about, in the metric talked about', async () => {
    const talk = bot.talk();
    await talk.hears('Nha Trang trực tuyến bao nhiêu');
    expect((await talk.hears('có đạt mục tiêu không')).text).toContain('Vượt chỉ tiêu 40–45%');
  });

  test('after a trend: the newest rate against the limit', async () => {
    const talk = bot.talk();
    await talk.hears('/dien-bien Nha Trang');
    expect((await talk.hears('có đạt mục tiêu không')).text).toContain('Dưới mục tiêu 1%');
  });
});
