import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot[Symbol.asyncDispose]());

const LAND =
  '4,36% hồ sơ trễ hạn · 61 hồ sơ — lĩnh vực đất đai, UBND thành phố Nha Trang, 6 tháng đầu năm 2023';
const BUILDING =
  '1 hồ sơ trễ hạn — lĩnh vực quản lý hoạt động xây dựng, UBND thành phố Nha Trang, 6 tháng đầu năm 2023';

async function said(...messages: readonly string[]) {
  const talk = bot.talk();
  let heard = await talk.hears(messages[0] ?? '');
  for (const message of messages.slice(1)) heard = await talk.hears(message);
  const lines = heard.text.split('\n');
  return { ...heard, first: lines[0], rows: lines.filter((line) => line.startsWith('•')) };
}

test.each([
  ['/linh-vuc Sở KHĐT', ['Công thức: (đã giải quyết trễ hạn', 'Mục tiêu dưới 1%: 0/2 lĩnh vực']],
  ['/linh-vuc Nha Trang', ['đã giải quyết trễ hạn ÷ đã giải quyết', 'Mục tiêu dưới 1%: 1/1 lĩnh']],
])('%s: the formula, and how many keep the limit', async (question, parts) => {
  const { text } = await bot.hears(question);
  for (const part of parts) expect(text).toContain(part);
});

describe('“đất đai Nha Trang” is the land office or a field of the city', () => {
  test.each([
    ['Đất đai Nha Trang', '1', /^0,72% hồ sơ trễ hạn — Chi nhánh Văn phòng Đăng ký đất đai Nha/u],
    ['/tre-han đất đai Nha Trang', 'chi nhánh', /^0,72% hồ sơ trễ hạn — Chi nhánh/u],
    ['đất đai Nha Trang trễ hạn bao nhiêu', '2', /^4,36% hồ sơ trễ hạn · 61 hồ sơ — lĩnh vực đất/u],
    ['dat dai nha trang', 'lĩnh vực', /^4,36% hồ sơ trễ hạn · 61 hồ sơ — lĩnh vực đất đai/u],
    ['Nha Trang đất đai', 'lĩnh vực đất đai', /^4,36% hồ sơ trễ hạn/u],
  ])('%s > %s', async (question, answer, expected) => {
    const { reply, first } = await said(question);
    expect(first).toMatch(/^“.*” là cơ quan hay lĩnh vực\?$/u);
    expect(reply.choices.map(({ label }) => label)).toEqual([
      'Chi nhánh Văn phòng Đăng ký đất đai Nha Trang',
      'Lĩnh vực đất đai — UBND thành phố Nha Trang',
    ]);
    expect((await said(question, answer)).text).toMatch(expected);
    for (const { send } of reply.choices) {
      expect((await bot.hears(send)).text).toMatch(/^\d+,\d\d%/u);
    }
  });

  test('where no figures are split by field, nobody is promised any', async () => {
    const { reply, first } = await said('đất đai Cam Lâm');
    expect(first).toBe('“đất đai Cam Lâm” là cơ quan nào?');
    expect(reply.choices.map(({ label }) => label)).toEqual([
      'Chi nhánh Văn phòng Đăng ký đất đai Cam Lâm',
      'UBND huyện Cam Lâm',
    ]);
  });
});

describe('the field that is asked about comes first, with its number', () => {
  test.each([
    [['lĩnh vực đất đai Nha Trang'], LAND, '• Đất đai: 4,36%'],
    [['/linh-vuc xây dựng Nha Trang'], BUILDING, '• Quản lý hoạt động xây dựng: 1 hồ sơ'],
    [['/linh-vuc Nha Trang', 'đất đai thế nào'], LAND, '• Đất đai: 4,36%'],
    [['/linh-vuc Nha Trang', 'đất đai'], LAND, '• Đất đai: 4,36%'],
    [['/linh-vuc Nha Trang', 'lĩnh vực xây dựng'], BUILDING, '• Quản lý hoạt động xây dựng'],
    [
      ['lĩnh vực đầu tư sở KHĐT'],
      '0,00% hồ sơ trễ hạn · 0/69 hồ sơ — lĩnh vực đầu tư tại Việt Nam, Sở Kế hoạch và Đầu tư, quý III/2023',
      '• Lĩnh vực Đầu tư tại Việt Nam: 0,00% (0/69)',
    ],
    [
      ['/linh-vuc Sở KHĐT', 'doanh nghiệp thì sao'],
      '0,19% hồ sơ trễ hạn · 5/2.649 hồ sơ — lĩnh vực đăng ký thành lập và hoạt động doanh nghiệp, Sở Kế hoạch và Đầu tư, quý III/2023',
      '• Lĩnh vực đăng ký thành lập và hoạt động doanh nghiệp: 0,19% (5/2.649)',
    ],
  ])('%j', async (messages, expected, row) => {
    const { first, rows } = await said(...messages);
    expect(first).toBe(expected);
    expect(rows[0]?.startsWith(row)).toBe(true);
    expect(rows.length).toBeGreaterThan(1);
  });

  test('a guess is told', async () => {
    const { text, first } = await said('xây dựng Nha Trang');
    expect(first).toBe(BUILDING);
    expect(text).toContain('Hiểu “xây dựng” là lĩnh vực.');
  });

  test('“xây dựng” by itself, while fields of a city are talked about, may be Sở Xây dựng', async () => {
    const { reply } = await said('/linh-vuc Nha Trang', 'xây dựng');
    expect(reply.choices.map(({ label }) => label)).toEqual([
      'Sở Xây dựng',
      'Lĩnh vực quản lý hoạt động xây dựng — UBND thành phố Nha Trang',
    ]);
  });
});

describe('the number of dossiers by field', () => {
  const FOUNDING = 'Lĩnh vực đăng ký thành lập và hoạt động doanh nghiệp';
  const END = 'Sở Kế hoạch và Đầu tư, hồ sơ theo lĩnh vực, quý III/2023';

  test.each([
    [
      'lĩnh vực nào của Sở KHĐT nhiều hồ sơ nhất',
      `${FOUNDING} 2.649 hồ sơ tiếp nhận, nhiều nhất — ${END}`,
    ],
    [
      'so KHDT linh vuc nao it ho so nhat',
      `Lĩnh vực Đầu tư tại Việt Nam 69 hồ sơ tiếp nhận, ít nhất — ${END}`,
    ],
    [
      'lĩnh vực đầu tư của sở KHĐT có bao nhiêu hồ sơ',
      '69 hồ sơ tiếp nhận — lĩnh vực đầu tư tại Việt Nam, Sở Kế hoạch và Đầu tư, quý III/2023',
    ],
    [
      'lĩnh vực đấu thầu của sở KHĐT có bao nhiêu hồ sơ',
      'Chưa có số liệu lĩnh vực “đấu thầu” — Sở Kế hoạch và Đầu tư, quý III/2023',
    ],
  ])('%s', async (question, line) => {
    const { first, rows, reply } = await said(question);
    expect(first).toBe(line);
    expect(rows.toSorted()).toEqual([
      '• Lĩnh vực Đầu tư tại Việt Nam: 69 (đã giải quyết 42, đang giải quyết 27)',
      `• ${FOUNDING}: 2.649 (đã giải quyết 2.483, đang giải quyết 166)`,
    ]);
    expect(reply.chart).toMatchObject({ kind: 'byField', bars: [{}, {}] });
  });

  test('that no table tells: what is late is told, and that', async () => {
    const { first, text } = await said('lĩnh vực đất đai Nha Trang có bao nhiêu hồ sơ');
    expect(first).toBe(LAND);
    expect(text).toContain('không ghi số hồ sơ tiếp nhận theo lĩnh vực');
  });
});

describe('a field that there is not', () => {
  test.each([
    [['lĩnh vực đấu thầu sở KHĐT quý 3 2023'], 'đấu thầu'],
    [['/linh-vuc đất đai Sở KHĐT'], 'đất đai'],
    [['/linh-vuc Sở KHĐT', 'hộ kinh doanh thì sao'], 'hộ kinh doanh'],
  ])('%j: those there are are told', async (messages, field) => {
    const { text, first, rows } = await said(...messages);
    expect(first).toBe(`Chưa có số liệu lĩnh vực “${field}” — Sở Kế hoạch và Đầu tư, quý III/2023`);
    expect(text).toContain('Có số liệu các lĩnh vực sau:');
    expect(rows).toHaveLength(2);
  });

  test('in another period: that one is a tap away', async () => {
    const { reply, first } = await said('lĩnh vực đất đai Nha Trang năm 2023');
    expect(first).toBe('Chưa có số liệu theo lĩnh vực — UBND thành phố Nha Trang năm 2023');
    const [half] = reply.choices;
    expect(half?.label).toBe('6 tháng đầu năm 2023');
    expect((await bot.hears(half?.send ?? '')).text.split('\n')[0]).toBe(LAND);
  });

  test('of nobody: those who have any are offered, and each answers', async () => {
    const { text, reply } = await said('lĩnh vực nào trễ hạn nhiều nhất');
    expect(text).toContain('Có số liệu theo lĩnh vực: Sở KHĐT, Nha Trang.');
    for (const { label, send } of reply.choices.slice(0, 2)) {
      expect(label).toMatch(/^Lĩnh vực của /u);
      expect((await bot.hears(send)).text).toMatch(/^.* \d,\d\d% — /u);
    }
  });
});
