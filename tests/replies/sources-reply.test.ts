import { expect, test } from 'vitest';

import { plainText } from '../../src/channels/plain-text.ts';
import { askSources } from '../../src/queries/sources.ts';
import { sourcesReply } from '../../src/replies/sources-reply.ts';
import { startBot } from '../conversations/start-bot.ts';
import { openKnown, row } from '../queries/known.ts';

test('of a period without tables it says so, and offers those that have some', async () => {
  await using bot = await startBot();
  const { text, reply } = await bot.hears('/nguon Nha Trang năm 2021');
  expect(text.split('\n')[0]).toBe(
    'Chưa có bảng số liệu — nguồn của UBND thành phố Nha Trang, năm 2021',
  );
  expect(text).toContain('Hiện có: năm 2023');
  expect(reply.snapshots).toEqual([]);
  const [choice] = reply.choices;
  expect((await bot.hears(choice?.send ?? '')).text).toMatch(
    /^\d bảng số liệu — nguồn của UBND thành phố Nha Trang, năm 2023\n/u,
  );
});

test('of a table that changed often the last changes are named, and how many more there are', async () => {
  using known = await openKnown();
  for (const overdue of [10, 12, 15, 16, 17, 18]) {
    await known.record('2023', { figures: [row('tp-nha-trang', overdue, 1_000)] });
  }
  const answer = await askSources(known.knowledge, { agency: known.agency('tp-nha-trang') });
  const said = plainText(sourcesReply(answer).blocks, { limit: Infinity, tableWidth: 80 });
  const lines = said.join('\n').split('\n');
  expect(lines.filter((line) => line.includes('bản cũ đã được thay'))).toHaveLength(3);
  expect(lines.at(-1)).toBe('• Bảng trên còn 2 bản cũ hơn.');
});

test('of one thing its tables alone, at the place that its answer cites', async () => {
  await using bot = await startBot();
  for (const ask of [
    'tre-han Nha Trang 2020',
    'thanh-toan Nha Trang',
    'buu-chinh Khánh Hòa 2020',
  ]) {
    const { text } = await bot.hears(`/${ask}`);
    const [, cited] = /Nguồn: (.*) · /u.exec(text) ?? [];
    const sources = (await bot.hears(`/nguon ${ask}`)).text;
    expect(sources).toContain(`• ${cited ?? 'no source'} — `);
    expect(sources).toMatch(/^1 bảng số liệu — nguồn của /u);
    expect(sources).not.toContain('; tỷ lệ trễ hạn: ');
  }
});

test('of everything, which of it stands where', async () => {
  await using bot = await startBot();
  expect((await bot.hears('/nguon toàn tỉnh 2020')).text).toContain(
    '; mục III.1 (hồ sơ trễ hạn); mục II.3 và III.2 (hồ sơ qua bưu chính công ích) — ',
  );
  expect((await bot.hears('/nguon Nha Trang hài lòng')).text).toContain(
    'Chưa nguồn nào có chỉ số hài lòng của UBND thành phố Nha Trang. Nguồn của các số liệu khác:',
  );
});
