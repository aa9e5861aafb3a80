import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { withoutMentions } from '../src/index.ts';

const NAMES = ['Bot Đúng', 'Bot Đúng Hẹn', 'bot.VDKyGxQvc'];

test.each([
  ['@Bot Đúng Hẹn /tre-han Nha Trang', '/tre-han Nha Trang'],
  ['@bot đúng hẹn  1', '1'],
  ['  @Bot Đúng Hẹn', ''],
  ['@Bot Đúng Hẹn, còn quý 3?', ', còn quý 3?'],
  ['@Bot Đúng còn quý 3?', 'còn quý 3?'],
  ['@bot.VDKyGxQvc /start', '/start'],
  ['@Bot Đúng Hẹn'.normalize('NFD') + ' 2', '2'],
  ['@Bot Đúng Hẹna', 'Hẹna'],
  ['@Bot Đúngx', '@Bot Đúngx'],
  ['@Ngọc @Bot Đúng Hẹn a', '@Ngọc a'],
  ['/tre-han @Bot Đúng Hẹn', '/tre-han'],
  ['hỏi @Bot Đúng Hẹn sau, @bot đúng nhé', 'hỏi sau, nhé'],
  [' @Ngọc xem ', ' @Ngọc xem '],
  ['', ''],
])('%j says %j', (text, said) => {
  expect(withoutMentions(text, NAMES)).toBe(said);
});

test('no name, an empty name: nothing is taken away', () => {
  expect(withoutMentions('@ a', [])).toBe('@ a');
  expect(withoutMentions('@ a', ['', ' '])).toBe('@ a');
});

test('a name is a name, whatever it is written with', () => {
  expect(withoutMentions('@Bot (A+B) [1]. a', ['Bot (A+B) [1].'])).toBe('a');
  expect(withoutMentions('@BotxA a', ['Bot.A'])).toBe('@BotxA a');
});

test('what is said after the mention comes through, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (said) => {
      const composed = said.normalize('NFC').trim();
      fc.pre(composed !== '');
      expect(withoutMentions(`@${NAMES[1] ?? ''} ${composed}`, NAMES)).toBe(composed);
    }),
  );
});
