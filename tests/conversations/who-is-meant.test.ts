import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(async () => {
  await bot[Symbol.asyncDispose]();
});

async function firstLine(question: string): Promise<string> {
  const { text } = await bot.hears(question);
  return text.split('\n')[0] ?? '';
}

describe('a level alone is its total, never the whole province', () => {
  test.each([
    ['/dien-bien huyện trễ hạn', 'Khối UBND cấp huyện'],
    ['diễn biến trễ hạn của các xã', 'Khối UBND cấp xã'],
    ['/truc-tuyen các xã Nha Trang', '54,87%'],
    ['/bieu-do trực tuyến ngành dọc', '92,16%'],
    ['/tong-quan các huyện', '1,28%'],
  ])('%s: %s', async (question, expected) => {
    expect(await firstLine(question)).toContain(expected);
  });
});

test.each([
  ['phường', 'Khối UBND cấp xã'],
  ['thị trấn', 'Khối UBND cấp xã'],
  ['xã bao nhiêu hồ sơ', 'Khối UBND cấp xã'],
  ['huyen', 'Khối UBND cấp huyện'],
  ['/tre-han sở', 'Khối cơ quan chuyên môn cấp tỉnh'],
])('"%s" alone is all of that level, which is said', async (question, total) => {
  const { text } = await bot.hears(question);
  expect(text).toContain(`\nTôi hiểu: ${total}.\n`);
});

test('an average of some of a level is that of all of it, which is said', async () => {
  const { text } = await bot.hears('trễ hạn trung bình các phường của Nha Trang');
  expect(text).toMatch(/^0,10% .*\n\nTôi hiểu: UBND cấp xã thuộc thành phố Nha Trang\.\n/u);
});

describe('a comparison names every side by what sets it apart', () => {
  test('agencies with figures of different periods', async () => {
    const { text, reply } = await bot.hears('so sánh bưu chính Nha Trang và toàn tỉnh');
    expect(text).toMatch(/^Nha Trang, 6T đầu 2023 0,76% · Toàn tỉnh, 2020 0,48% — /u);
    expect(reply.chart?.title).toContain('Toàn tỉnh, 2020 0,48%');
    expect(reply.chart?.subtitle).not.toContain('Nha Trang');
  });

  test('agencies times periods: no two buttons are alike', async () => {
    const { text, reply } = await bot.hears('/so-sanh Nha Trang, Cam Ranh 2023, 2020');
    const labels = reply.choices.map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
    expect(text).toContain('Cam Ranh, 2020 22,03%');
  });

  test('one agency in two periods', async () => {
    expect(await firstLine('/so-sanh Nha Trang 2023, 2020')).toBe(
      'Năm 2023 0,77% · Năm 2020 12,44% — tỷ lệ hồ sơ trễ hạn, UBND thành phố Nha Trang',
    );
  });

  test('rates that differ by less than is shown are not called equal', async () => {
    const { text } = await bot.hears('/so-sanh khối sở ngành, toàn tỉnh');
    expect(text).not.toContain(' bằng ');
  });
});

describe('words that look like a level when their marks are missing', () => {
  test.each([
    ['hải quan trực tuyến', '100,00% hồ sơ trực tuyến — Cục Hải quan tỉnh'],
    ['cục hải quan đúng hạn', '100,00% hồ sơ đúng hạn — Cục Hải quan tỉnh'],
  ])('%s', async (question, expected) => {
    expect(await firstLine(question)).toContain(expected);
  });
});

describe('what is asked for is not replaced', () => {
  test('an overview of another year', async () => {
    expect(await firstLine('/tong-quan 2020')).toBe(
      '2,00% hồ sơ trễ hạn — Tỉnh Khánh Hòa, năm 2020',
    );
  });

  test('checking a place looks at its office, its land office and its communes', async () => {
    const { text } = await bot.hears('/doi-chieu Cam Ranh');
    expect(text).toContain('lệch 5.229');
  });

  test('a rate that no document prints says where it comes from', async () => {
    const { text } = await bot.hears('/dien-bien Nha Trang');
    expect(text).toContain('1,10% (85/7.718) — tính từ số hồ sơ');
  });
});

describe('reorganisations are told as they were', () => {
  test('a department that took another in was not founded that day', async () => {
    const { text } = await bot.hears('/tre-han Sở Tài chính');
    expect(text).toContain('Từ 01/03/2025 Sở Tài chính nhận thêm Sở Kế hoạch và Đầu tư');
    expect(text).toContain('chưa có văn bản của tỉnh');
    expect(text).not.toContain('thành lập');
  });

  test('a namesake that comes after is called the new one', async () => {
    const { text } = await bot.hears('/tre-han xã Đại Lãnh');
    expect(text).toContain('xã Đại Lãnh nhập vào xã Đại Lãnh mới');
  });
});

describe('what cannot be ranked or split says so', () => {
  test('no level said: the one taken is named and the others are one tap away', async () => {
    const { text, reply } = await bot.hears('/xep-hang');
    expect(text).toContain('Chưa nêu cấp nên xếp hạng trong UBND cấp huyện');
    const all = await bot.hears('đơn vị nào trễ hạn nhiều nhất');
    expect(all.text).toContain('Chưa nêu cấp nên tính mọi đơn vị của tỉnh');
    expect(all.reply.choices.map(({ label }) => label)).toContain('Sở, ngành');
    const departments = reply.choices.find(({ label }) => label === 'Sở, ngành');
    expect(await firstLine(departments?.send ?? '')).toContain('Sở TNMT 9,26%');
  });

  test('published rates: the figures of all districts together, said to be that', async () => {
    const { text } = await bot.hears('huyện nào trực tuyến cao nhất');
    expect(text).toContain('Khối UBND cấp huyện');
    expect(text).toContain('Chưa xếp hạng được chỉ tiêu này theo từng đơn vị');
  });

  test('no figures by field is not "no figures"', async () => {
    const { text, reply } = await bot.hears('/linh-vuc Cam Ranh');
    expect(text).toMatch(/^Chưa có số liệu theo lĩnh vực — UBND thành phố Cam Ranh/u);
    expect(await firstLine(reply.choices[0]?.send ?? '')).toContain('1,62%');
  });
});

describe("old figures are not given as today's", () => {
  test('without a period the newest are given, and said to be old', async () => {
    const { text } = await bot.hears('hồ sơ quá hạn của Nha Trang hiện nay');
    expect(text).toContain('mới nhất hiện có, đã quá một năm');
  });

  test('a period that was asked for is what was asked for', async () => {
    const { text } = await bot.hears('/tre-han Nha Trang năm 2023');
    expect(text).not.toContain('đã quá một năm');
  });
});
