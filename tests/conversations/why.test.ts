import { afterAll, beforeAll, expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import { directory, listening } from '../dialogue/listening.ts';
import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot[Symbol.asyncDispose]());

async function after(asked: string, why: string) {
  const talk = bot.talk();
  await talk.hears(asked);
  return talk.hears(why);
}

test.each([
  ['/tre-han toàn tỉnh', 'tại sao', 'Sở, ngành 1.345/2.597 hồ sơ trễ hạn, nhiều nhất — Tỉnh Khánh'],
  ['/tre-han sở KHĐT quý 3 2023', 'vì sao', 'Lĩnh vực đăng ký thành lập và hoạt động doanh nghiệp'],
  [
    'huyện nào trễ nhất',
    'sao cao thế',
    'Ninh Hòa 121/530 hồ sơ trễ hạn, nhiều nhất — Khối UBND cấp',
  ],
  ['/ho-so toàn tỉnh', 'lý do?', 'Sở, ngành 1.345/2.597 hồ sơ trễ hạn, nhiều nhất — Tỉnh Khánh'],
  ['/dung-han toàn tỉnh', 'vi sao', 'Sở, ngành 1.345/2.597 hồ sơ trễ hạn, nhiều nhất — Tỉnh Khánh'],
])('%s, then %s: tells who is behind it', async (asked, why, start) => {
  const { text } = await after(asked, why);
  expect(text.slice(0, start.length)).toBe(start);
  expect(text).toContain('Số liệu cho biết hồ sơ trễ ở đâu, không nêu nguyên nhân.');
});

test('whoever is behind it can be asked about further', async () => {
  const { reply } = await after('/tre-han toàn tỉnh', 'tại sao');
  expect(reply.choices.map(({ label }) => label)).toEqual([
    'Vì sao Sở, ngành?',
    'Vì sao Cấp xã?',
    'Nguồn số liệu',
    'Cách tính',
  ]);
  const talk = bot.talk();
  const { text } = await talk.hears(reply.choices[0]?.send ?? '');
  expect(text).toMatch(/^Sở TNMT và VPĐKĐĐ 1\.238\/1\.345 hồ sơ trễ hạn, nhiều nhất/u);
});

test('where nobody is known to be behind it, that is said, and what can be told', async () => {
  const { text, reply } = await after('/tre-han Nha Trang', 'tại sao');
  expect(text).toMatch(/^Số liệu không nêu nguyên nhân: 109 hồ sơ trễ hạn — UBND thành phố Nha/u);
  expect(text).toContain('Trễ hạn 109: đã giải quyết 91, đang giải quyết 18.');
  expect(reply.choices.map(({ label }) => label)).toEqual([
    'Nguồn số liệu',
    'Cách tính',
    'Các đơn vị cấp xã',
  ]);
  for (const { send } of reply.choices) {
    expect((await bot.hears(send)).text).not.toMatch(/^Tôi chưa hiểu|^Không tìm thấy/u);
  }
});

test('a rate that nobody counts by unit has no reason in the figures', async () => {
  const { text } = await after('/truc-tuyen Nha Trang', 'sao thấp thế');
  expect(text).toMatch(/^Số liệu không nêu nguyên nhân: 68,67% hồ sơ trực tuyến — UBND/u);
});

test('asked of nothing, it asks back', async () => {
  const { text, reply } = await bot.hears('tại sao');
  expect(text).toMatch(/^Vì sao về số liệu nào\?/u);
  expect((await bot.hears(reply.choices[0]?.send ?? '')).text).toMatch(
    /^Sở, ngành 1\.345\/2\.597/u,
  );
});

test.each([
  ['tại sao', 'tre-han p-loc-tho overdue - why'],
  ['báo cáo', 'bao-cao p-loc-tho - -'],
  ['mất điểm ở đâu', 'chi-so p-loc-tho serviceIndex - why'],
])('%s in the chat of an agency is about that one', async (typed, meant) => {
  const agency = directory.get(AgencyId.parse('p-loc-tho')).id;
  const { hear } = listening({
    standingOf: () => Promise.resolve({ role: 'agency', agency, isKeeper: false }),
  });
  expect(await hear(typed)).toBe(meant);
});

test.each([
  ['Tại sao chưa có số liệu quý 3', 'Tỉnh Khánh Hòa, quý III/2023'],
  ['sao chưa có số liệu quý 3 Nha Trang', 'UBND thành phố Nha Trang, quý III/2023'],
])('%s: which periods there are, and that nobody reported of that one', async (asked, whom) => {
  const { text } = await bot.hears(asked);
  expect(text).toContain(`Chưa có số liệu hồ sơ trễ hạn — ${whom}`);
  expect(text).toMatch(/Kỳ có số liệu của .*: năm 2023/u);
  expect(text).toContain('Chưa báo cáo nào được nạp nêu số này của kỳ được hỏi');
});
