import * as fc from 'fast-check';

/** Characters that have broken bots: controls, direction marks, halves of pairs, markup, SQL, shell. */
const NASTY = [
  '\0',
  '\u202E',
  '\u200B',
  '\uD800',
  '\uDC00',
  '👨‍👩‍👧',
  'ễ',
  '̃',
  '<b>',
  "'; --",
  '`',
  '#',
  '@',
  '/',
  '\n',
  '%',
  '\\',
];
const WORDS = [
  'trễ hạn',
  'Nha Trang',
  'huyện',
  'nào',
  'quý 3',
  '2023',
  'so với',
  'của',
  'xã',
  'top 5',
  '/tre-han',
  'còn',
];

/** Any text up to a length: every code point there is, halves of pairs included, among words that mean something. */
export function anyText(maxLength: number): fc.Arbitrary<string> {
  const codePoint = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));
  const latin = fc.integer({ min: 0x20, max: 0x24f }).map((code) => String.fromCodePoint(code));
  const part = fc.oneof(
    codePoint,
    latin,
    fc.constantFrom(...NASTY),
    fc.constantFrom(...WORDS),
    fc.constant(' '),
  );
  return fc
    .array(part, { maxLength, size: 'max' })
    .map((parts) => parts.join('').slice(0, maxLength));
}
