import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
// Rejects if any answer was an apology for a fault.
afterAll(() => bot[Symbol.asyncDispose]());

const HELP = /^Hỏi số liệu hồ sơ/u;
const NOT_UNDERSTOOD = /^Tôi chưa hiểu câu hỏi này/u;

describe('every message is answered', () => {
  test.each<[string, string, RegExp]>([
    ['nothing', '', HELP],
    ['blanks', ' \t\n ', HELP],
    ['NUL', '\u0000\u0000', HELP],
    ['NUL within a name', '/tre-han Nha\u0000 Trang', /^0,77%/u],
    ['4,000 letters', 'a'.repeat(4000), /^Câu hỏi quá dài/u],
    ['emoji', '😀😀 👨‍👩‍👧 🇻🇳', NOT_UNDERSTOOD],
    ['emoji around a question', '📊 Nha Trang trễ hạn bao nhiêu? 🙏', /^0,77%/u],
    ['right to left', '\u202Egnarт ahN\u202C', NOT_UNDERSTOOD],
    ['right to left around a name', '/tre-han \u202ENha Trang\u202C', /^0,77%/u],
    ['SQL', "'; DROP TABLE figures; --", NOT_UNDERSTOOD],
    ['SQL after a name', "/tre-han Nha Trang'; DROP TABLE figures; --", /^Không tìm thấy|^0,77%/u],
    ['half a letter', '/tre-han \uD83D', /^(?!Chưa trả lời được)/u],
    ['a command alone: the province', '/tre-han', /^0,49% hồ sơ trễ hạn — Tỉnh Khánh Hòa/u],
    ['a slash alone', '/', /./u],
    ['no such command', '/khong-co', /^Không có lệnh \/khong-co/u],
    [
      'a period that does not exist',
      '/tre-han Nha Trang quý 5',
      /^Một năm chỉ có 4 quý, không có “quý 5”/u,
    ],
    ['a year without figures', '/tre-han Nha Trang 2019', /^Chưa có số liệu .* năm 2019/u],
    ['no such agency', '/tre-han Sở Phép thuật', /^Không tìm thấy cơ quan “Sở Phép thuật”/u],
    ['one thing to compare', '/so-sanh Nha Trang', /^So sánh với gì\?/u],
  ])('%s', async (_words, text, first) => {
    expect((await bot.hears(text)).text).toMatch(first);
  });

  test('the store is as it was', async () => {
    await bot.hears("/tre-han '; DROP TABLE figures; --");
    expect((await bot.hears('/tre-han Nha Trang')).text).toMatch(/^0,77%/u);
  });
});

test.each([
  ['/x<i>y</i>', 'Không có lệnh /x<i>y</i>'],
  ['/tre-han Sở R&D', 'Không tìm thấy cơ quan “Sở R&D”'],
])('markup is words like any other: %s comes back as it was typed', async (typed, said) => {
  expect((await bot.hears(typed)).text).toContain(said);
});

test('nothing that can be typed breaks an answer', { timeout: 60_000 }, async () => {
  const pieces = fc.constantFrom(
    '/tre-han',
    '/xep-hang',
    'Nha Trang',
    'quý',
    '13',
    '%',
    '<b>',
    '–',
    '“',
    'so với',
    '\u0301',
  );
  const messages = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(pieces, { maxLength: 8 }).map((words) => words.join(' ')),
  );
  await fc.assert(
    fc.asyncProperty(messages, async (message) => {
      const { reply } = await bot.hears(message);
      expect(reply.blocks[0]?.kind).toBe('headline');
    }),
    { numRuns: 60 },
  );
});
