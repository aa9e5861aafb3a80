import { readFileSync } from 'node:fs';

import { createCanvas } from 'canvas';
import { describe, expect, test } from 'vitest';

import { cssFont, openFonts } from '../../src/charts/fonts.ts';

const BASES = 'aăâeêioôơuưy';
const TONES = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];

/** The 67 letters Vietnamese has beyond a–z, small and capital. */
const LETTERS = ['đ', ...Array.from(BASES).flatMap((base) => TONES.map((tone) => base + tone))]
  .map((letter) => letter.normalize('NFC'))
  .flatMap((letter) => (/[a-z]/u.test(letter) ? [] : [letter, letter.toUpperCase()]));

const FILES = [
  ['BeVietnamPro-Regular.ttf', false],
  ['BeVietnamPro-SemiBold.ttf', true],
] as const;

function drawn(text: string, strong: boolean): Buffer {
  const canvas = createCanvas(64, 64);
  const pen = canvas.getContext('2d');
  pen.font = cssFont({ size: 32, strong });
  pen.fillText(text, 8, 44);
  return canvas.toBuffer('raw');
}

/** The characters a font has a picture for: its table `cmap`, subtable for Unicode's first 65,536 (format 4). */
function coverage(file: string): (code: number) => boolean {
  const bytes = readFileSync(new URL(`../../src/charts/fonts/${file}`, import.meta.url));
  const u16 = (at: number): number => bytes.readUInt16BE(at);
  const tables = Array.from({ length: u16(4) }, (_, index) => 12 + index * 16);
  const record = tables.find((at) => bytes.toString('latin1', at, at + 4) === 'cmap') ?? 0;
  const cmap = bytes.readUInt32BE(record + 8);
  const subtables = Array.from(
    { length: u16(cmap + 2) },
    (_, index) => cmap + bytes.readUInt32BE(cmap + 8 + index * 8),
  );
  const table = subtables.find((at) => u16(at) === 4) ?? 0;
  const segments = u16(table + 6) / 2;
  const ranges = Array.from({ length: segments }, (_, index) => ({
    to: u16(table + 14 + index * 2),
    from: u16(table + 16 + segments * 2 + index * 2),
  }));
  return (code) => ranges.some(({ from, to }) => from <= code && code <= to);
}

describe('the bundled font', () => {
  test('is asked for all letters of Vietnamese', () => {
    expect(new Set(LETTERS).size).toBe(134);
  });

  test.each(FILES)('%s has every letter itself', (file) => {
    const has = coverage(file);
    expect(has(0xe000)).toBe(false);
    expect(LETTERS.filter((letter) => !has(letter.codePointAt(0) ?? 0))).toEqual([]);
  });

  test.each(FILES)('%s draws every letter, composed or not, and none as a box', (_, strong) => {
    openFonts();
    const blank = drawn(' ', strong);
    const box = drawn('\u{10fffe}', strong);
    for (const letter of LETTERS) {
      const composed = drawn(letter, strong);
      expect(composed.equals(blank), `${letter} is blank`).toBe(false);
      expect(composed.equals(box), `${letter} is a box`).toBe(false);
      expect(drawn(letter.normalize('NFD'), strong).equals(composed), `${letter} taken apart`).toBe(
        true,
      );
    }
  });

  test('measures strong letters wider than plain ones', () => {
    const measure = openFonts();
    const text = 'Tỷ lệ hồ sơ trễ hạn';
    const plain = measure(text, { size: 12, strong: false });
    expect(plain).toBeGreaterThan(80);
    expect(measure(text, { size: 12, strong: true })).toBeGreaterThan(plain);
    expect(measure(text, { size: 24, strong: false })).toBeCloseTo(plain * 2, 0);
  });
});
