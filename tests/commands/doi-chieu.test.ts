import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startBot, type TestBot } from '../conversations/start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(async () => {
  await bot[Symbol.asyncDispose]();
});

const first = async (question: string) => (await bot.hears(question)).text.split('\n')[0];

describe('figures are held against each other', () => {
  test.each([
    ['/doi-chieu Cam Ranh năm 2023', /^1 chỗ không khớp — .*Cam Ranh, năm 2023, trong \d+ bảng/u],
    [
      '/doi-chieu Cam Ranh năm 2020',
      /^Không thấy mâu thuẫn — .*Cam Ranh, năm 2020, trong \d+ bảng/u,
    ],
    ['đối chiếu số liệu quý 3 năm 2023 của sở KHĐT', /^1 điểm cần lưu ý — .*, quý III\/2023, /u],
    ['/doi-chieu năm 2026', /^Chưa có bảng số liệu — đối chiếu số liệu Tỉnh Khánh Hòa, năm 2026$/u],
    ['/doi-chieu quý 5 2023', /^Một năm chỉ có 4 quý, không có “quý 5 2023” — đối chiếu/u],
  ])('%s: of the period that is asked about', async (question, line) => {
    expect(await first(question)).toMatch(line);
    expect((await bot.hears(question)).text).not.toContain('Chưa hiểu');
  });

  test('what a document says against its own numbers is told, too', async () => {
    const { text, reply } = await bot.hears('/doi-chieu Nha Trang 6 tháng đầu năm 2023');
    expect(text).toContain('văn bản ghi cùng số 1.147');
    expect(text).toContain('Nguồn: Báo cáo 4589/BC-UBND');
    expect(reply.snapshots).toHaveLength(1);
  });

  test('a part of the period counts, what is beside it does not', async () => {
    const year = (await bot.hears('/doi-chieu năm 2023')).reply;
    const half = (await bot.hears('/doi-chieu 6 tháng đầu năm 2023')).reply;
    expect(half.snapshots.length).toBeGreaterThan(0);
    expect(half.snapshots.every((id) => year.snapshots.includes(id))).toBe(true);
    expect(half.snapshots.length).toBeLessThan(year.snapshots.length);
  });

  test('of a period without tables it tells which there are, and leads there', async () => {
    const { text, reply } = await bot.hears('/doi-chieu Cam Ranh năm 2026');
    expect(text).toContain('Hiện có: năm 2023, ');
    expect(text).not.toContain('Nguồn:');
    const [newest] = reply.choices;
    expect(newest?.label).toBe('Năm 2023');
    expect(await first(newest?.send ?? '')).toMatch(/^1 chỗ không khớp/u);
  });

  test('the whole list is of the same period', async () => {
    const { reply } = await bot.hears('/doi-chieu Cam Ranh năm 2023');
    const excel = reply.choices.find(({ label }) => label === 'Tải Excel');
    const { reply: whole } = await bot.hears(excel?.send ?? '');
    expect(whole.file?.name).toMatch(/^doi-chieu-cam-ranh-nam-2023-\d{4}-\d\d-\d\d\.xlsx$/u);
    expect(JSON.stringify(whole.file)).toContain('ĐỐI CHIẾU SỐ LIỆU NĂM 2023');
    expect(JSON.stringify(whole.file)).toContain('Năm 2023');
    expect(JSON.stringify(whole.file)).not.toMatch(/Năm 2020|Quý III/u);
  });
});
