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
  const answer = await askSources(known.knowledge, known.agency('tp-nha-trang'));
  const said = plainText(sourcesReply(answer).blocks, { limit: Infinity, tableWidth: 80 });
  const lines = said.join('\n').split('\n');
  expect(lines.filter((line) => line.includes('bản cũ đã được thay'))).toHaveLength(3);
  expect(lines.at(-1)).toBe('• Bảng trên còn 2 bản cũ hơn.');
});
