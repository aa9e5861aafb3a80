import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot[Symbol.asyncDispose]());

/** The last answer of a conversation. */
async function after(...texts: readonly string[]) {
  const talk = bot.talk();
  let last = await talk.hears(texts[0] ?? '');
  for (const text of texts.slice(1)) last = await talk.hears(text);
  return last;
}

const HALF = ['/tre-han Nha Trang', 'còn 6 tháng đầu năm?'];

describe('a meeting goes on', () => {
  test('the year is that of the answer before, and it is said how that was understood', async () => {
    const { text } = await after(...HALF);
    expect(text).toMatch(/^0,96% .* 1,10% .*UBND thành phố Nha Trang, 6 tháng đầu năm 2023\n/u);
    expect(text).toContain(
      'Tôi hiểu: tỷ lệ hồ sơ trễ hạn, UBND thành phố Nha Trang, 6 tháng đầu năm 2023.',
    );
  });

  test('another agency in a period it has no figures for: no other period is put in its place', async () => {
    const { text, reply } = await after(...HALF, 'so với Cam Ranh');
    expect(text).toContain('UBND thành phố Nha Trang: 1,10% (85/7.718)');
    expect(text).toMatch(
      /UBND thành phố Cam Ranh: chưa có số liệu \(hiện có: năm 2023, năm 2020\)/u,
    );
    expect(text).not.toMatch(/1,62|0,77|22,03|cao hơn|thấp hơn/u);
    expect(reply.chart).toBeNull();
  });

  test('then a period that both have', async () => {
    const { text } = await after(...HALF, 'so với Cam Ranh', 'còn năm 2023?');
    expect(text).toContain('0,77%');
    expect(text).toContain('1,62%');
    expect(text).toContain('UBND thành phố Cam Ranh cao hơn 0,84 điểm %');
  });

  test.each([
    ['còn Cam Lâm?', 'h-cam-lam', '3,14%'],
    ['thế Sở KHĐT năm 2023', 'so-khdt', '0,87%'],
    ['đúng hạn?', 'tp-nha-trang', 'hồ sơ đúng hạn'],
    ['năm 2020', 'tp-nha-trang', '12,44%'],
  ])('after Nha Trang in 2023: "%s"', async (text, agency, said) => {
    const last = await after('/tre-han Nha Trang năm 2023', text);
    expect(last.reply.topic.agency).toBe(agency);
    expect(last.text).toContain(said);
  });

  test('a chart of what was just answered is only that', async () => {
    const { text, reply } = await after('huyện nào trễ hạn nhiều nhất năm 2023', 'vẽ biểu đồ');
    expect(reply.chart?.kind).toBe('ranking');
    expect(text).toMatch(/^Cam Lâm 3,14% cao nhất/u);
    expect(text).not.toContain('Khánh Vĩnh');
  });

  test('a ranking in a period nobody has says which period it took, and names no agency', async () => {
    const { text } = await after('huyện nào trễ hạn nhiều nhất năm 2023', 'còn 6 tháng đầu năm?');
    expect(text).toMatch(/^Chưa đủ số liệu để xếp hạng hồ sơ trễ hạn 6 tháng đầu năm 2023/u);
    expect(text).toContain('Xếp hạng được: năm 2023.');
    expect(text).not.toContain('Tỉnh Khánh Hòa');
  });
});

describe('compared with a period', () => {
  test('the newest figures are the other side, and the same period is not said twice', async () => {
    const [year, again] = [
      await after('toàn tỉnh so với năm 2022 tăng hay giảm'),
      await after('/tre-han toàn tỉnh', 'so với năm 2023'),
    ];
    expect(year.text).toMatch(/^Năm 2023 0,49% · Năm 2022 chưa có số liệu/u);
    expect(year.text).toContain('Năm 2023 giảm 1,10 điểm % so với năm 2022 (theo báo cáo');
    expect(again.text).not.toMatch(/0,49%.*0,49%/u);
  });

  test('"cùng kỳ" of a half year is a half year', async () => {
    const { text } = await after('Nha Trang 6 tháng đầu năm 2023 so với cùng kỳ năm 2022');
    expect(text).toMatch(
      /^6 tháng đầu năm 2023 1,10% \(công bố 0,96%\) · 6 tháng đầu năm 2022 chưa có số liệu/u,
    );
  });
});

describe('a name that could be two', () => {
  test.each([
    '2',
    'phường',
    'số 2',
    'Nha Trang',
    'cái ở Nha Trang',
    'của TP Nha Trang',
    'phường Vạn Thắng, thành phố Nha Trang',
    'UBND phường Vạn Thắng (TP Nha Trang)',
  ])('is settled by "%s"', async (answer) => {
    const { text } = await after('Vạn Thắng trễ hạn bao nhiêu', answer);
    expect(text).toMatch(/^0,05% hồ sơ trễ hạn — UBND phường Vạn Thắng/u);
  });

  test('a number that is no choice asks again', async () => {
    const { text, reply } = await after('Vạn Thắng trễ hạn bao nhiêu', '9');
    expect(text).toMatch(/^Xin chọn từ 1 đến 3/u);
    expect(reply.choices).toHaveLength(3);
  });
});

test('two people in two chats do not hear of each other', async () => {
  const one = bot.talk();
  const other = bot.talk();
  await one.hears('/tre-han Cam Lâm');
  await other.hears('/tre-han Nha Trang');
  expect((await one.hears('năm 2023')).reply.topic.agency).toBe('h-cam-lam');
});

test('a slip of the pen is answered with what it was taken for', async () => {
  const { text } = await bot.hears('/tre-han Nha Tramg');
  expect(text).toContain('0,77%');
  expect(text).toContain('Tôi hiểu: UBND thành phố Nha Trang.');
});

describe('what goes on from a comparison names every side it was understood of', () => {
  const both = 'UBND thành phố Nha Trang và UBND thành phố Cam Ranh';
  test.each([
    ['so sánh Nha Trang với Cam Ranh', 'còn năm 2020', both],
    ['so sánh Nha Trang với Cam Ranh', 'vẽ biểu đồ', both],
    ['so sánh Nha Trang với Cam Ranh', 'thêm Ninh Hòa', both],
    ['/so-sanh Nha Trang 2023, Cam Ranh 2020', 'đúng hạn thì sao', both],
    ['/tre-han Nha Trang', 'so với Cam Ranh', 'UBND thành phố Nha Trang'],
  ])('%s > %s', async (before, question, sides) => {
    const talk = bot.talk();
    await talk.hears(before);
    const [note = ''] = /^Tôi hiểu: .*$/mu.exec((await talk.hears(question)).text) ?? [];
    expect(note.match(/UBND .*?(?=[,.])/u)?.[0]).toBe(sides);
  });
});
