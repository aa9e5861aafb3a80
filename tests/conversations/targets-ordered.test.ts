import { afterAll, beforeAll, expect, test } from 'vitest';

import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(async () => bot[Symbol.asyncDispose]());

/** Targets stand in the documents even where no figure of those they are ordered for does (domain.md 6). */
test.each([
  [
    'chỉ tiêu trực tuyến khối sở ngành năm 2020',
    'Chỉ tiêu 40–45% (Báo cáo 43/BC-UBND) — hồ sơ trực tuyến, ',
  ],
  [
    'chỉ tiêu trực tuyến cấp huyện năm 2020 là bao nhiêu',
    'Chỉ tiêu 30–35% (Báo cáo 43/BC-UBND) — ',
  ],
  [
    'chi tieu truc tuyen cap xa nam 2020',
    'Chỉ tiêu 20–25% (Báo cáo 43/BC-UBND) — hồ sơ trực tuyến, Khối UBND cấp xã, năm 2020',
  ],
  [
    'chỉ tiêu trực tuyến năm 2023',
    'Chỉ tiêu: sở, ngành 50–55%; UBND cấp huyện 40–45%; đơn vị cấp xã 30–35% (Quyết định 807/QĐ-UBND) — ',
  ],
  [
    'chỉ tiêu trực tuyến của tỉnh năm 2020 là bao nhiêu',
    'Chỉ tiêu: sở, ngành 40–45%; UBND cấp huyện 30–35%; đơn vị cấp xã 20–25% (Báo cáo 43/BC-UBND) — ',
  ],
  [
    'chỉ tiêu trực tuyến huyện Cam Lâm năm 2023',
    'Chỉ tiêu 40–45% (Quyết định 807/QĐ-UBND) — hồ sơ trực tuyến, UBND huyện Cam Lâm, năm 2023',
  ],
  [
    'chỉ tiêu trực tuyến cấp xã năm 2023',
    'Chỉ tiêu 30–35%, hiện 75,08% hồ sơ trực tuyến — Khối UBND cấp xã, năm 2023',
  ],
  ['chỉ tiêu hài lòng 2023', 'Chỉ tiêu 84%, hiện '],
])('%s', async (question, first) => {
  const { text } = await bot.hears(question);
  expect(text.slice(0, first.length)).toBe(first);
  expect(text).toContain('Nguồn: ');
});

test('the figure of the total is not taken for the one that was asked about', async () => {
  const { text } = await bot.hears('chỉ tiêu trực tuyến cấp xã năm 2020');
  expect(text).toContain('20,29% hồ sơ trực tuyến — Tỉnh Khánh Hòa, năm 2020');
  expect(text).toContain('Chưa có số liệu riêng của Khối UBND cấp xã');
});

test('whether a target is reached is asked as before', async () => {
  const { text } = await bot.hears(
    'chỉ tiêu trực tuyến Nha Trang 6 tháng đầu năm 2023 có đạt không',
  );
  expect(text).toMatch(/^Vượt chỉ tiêu 40–45%: 68,67%/u);
});
