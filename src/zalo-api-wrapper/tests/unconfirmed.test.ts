import { readFileSync } from 'node:fs';

import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { BOT_BASIC_PLAN, UNCONFIRMED, withoutMention } from '../src/index.ts';

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
  ['@Ngọc @Bot Đúng Hẹn a', '@Ngọc @Bot Đúng Hẹn a'],
  ['/tre-han @Bot Đúng Hẹn', '/tre-han @Bot Đúng Hẹn'],
  ['', ''],
])('%j says %j', (text, said) => {
  expect(withoutMention(text, NAMES)).toBe(said);
});

test('no name, an empty name: nothing is taken away', () => {
  expect(withoutMention('@ a', [])).toBe('@ a');
  expect(withoutMention('@ a', ['', ' '])).toBe('@ a');
});

test('what is said after the mention comes through, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (said) => {
      const composed = said.normalize('NFC').trim();
      fc.pre(composed !== '');
      expect(withoutMention(`@${NAMES[1] ?? ''} ${composed}`, NAMES)).toBe(composed);
    }),
  );
});

test('every entry says what it rests on', () => {
  const source = readFileSync(new URL('../src/unconfirmed.ts', import.meta.url), 'utf8');
  for (const name of Object.keys(UNCONFIRMED)) {
    const comment = new RegExp(String.raw`/\*\*(?:(?!\*/)[\s\S])*\*/\s*readonly ${name}:`, 'u');
    // codes are the only entry whose comment names its source by "only"
    expect(comment.exec(source)?.[0] ?? name).toMatch(/Source:|that only/u);
  }
});

test('incoming messages count towards the plan, to be on the safe side', () => {
  expect(BOT_BASIC_PLAN).toMatchObject({ messagesPerMonth: 3_000, incomingCounts: true });
});
