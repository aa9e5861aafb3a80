import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { bagDistance, letterBag, lettersOf } from '../../src/vietnamese/letters.ts';
import { MOST_SLIPS, slipsBetween } from '../../src/vietnamese/slips.ts';

const slips = (typed: string, name: string) => slipsBetween(lettersOf(typed), lettersOf(name));

test.each([
  ['Nha Trang', 'Nha Trang', 0],
  ['nhatrang', 'Nha Trang', 0],
  ['Nha Tramg', 'Nha Trang', 1],
  ['Nha Tran', 'Nha Trang', 1],
  ['Nha Trangg', 'Nha Trang', 1],
  ['Nha Tarng', 'Nha Trang', 1],
  ['hNa Tarng', 'Nha Trang', 2],
  ['Nha Tr', 'Nha Trang', 3],
  ['Cam Ranh', 'Nha Trang', 3],
  ['', 'ab', 2],
  ['abc', '', 3],
  // Marks left out are no slip, marks that are wrong are.
  ['van thang', 'Vạn Thắng', 0],
  ['Vạn Thang', 'Vạn Thắng', 0],
  ['Vạn Thạng', 'Vạn Thắng', 1],
  ['Vạn Thạnh', 'Vạn Thắng', 2],
  ['van thanh', 'Vạn Thắng', 1],
  // An exchange with a second slip between the two letters.
  ['bxa', 'ab', 2],
  ['ba', 'axb', 2],
])('from "%s" to "%s": %i', (typed, name, count) => {
  expect(slips(typed, name)).toBe(count);
});

const letter = fc.constantFrom('a', 'b', 'c', 'đ', 'e', 'ệ');
const text = fc.array(letter, { maxLength: 8 });
const edit = fc.record({ kind: fc.nat(3), at: fc.nat(8), letter });

function edited(
  letters: readonly string[],
  change: { kind: number; at: number; letter: string },
): string[] {
  const at = Math.min(change.at, Math.max(0, letters.length - 1));
  if (change.kind === 0) return letters.toSpliced(at, 1);
  if (change.kind === 1) return letters.toSpliced(at, 0, change.letter);
  if (change.kind === 2) return letters.toSpliced(at, 1, change.letter);
  return letters.toSpliced(at, 2, ...letters.slice(at, at + 2).toReversed());
}

test('one and two edits are never counted as more', () => {
  fc.assert(
    fc.property(text, edit, edit, (letters, one, other) => {
      const once = edited(letters, one);
      const twice = edited(once, other);
      expect(slips(once.join(''), letters.join(''))).toBeLessThanOrEqual(1);
      expect(slips(twice.join(''), letters.join(''))).toBeLessThanOrEqual(2);
    }),
    { numRuns: 5000 },
  );
});

test('no slips means the same letters, and few slips mean similar letters', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [typed, name] = [one.join(''), other.join('')];
      const count = slips(typed, name);
      const distance = bagDistance(letterBag(lettersOf(typed)), letterBag(lettersOf(name)));
      expect(count).toBeLessThanOrEqual(MOST_SLIPS + 1);
      expect(count > 0 || typed.length === name.length).toBe(true);
      expect(count > MOST_SLIPS || distance <= 2 * MOST_SLIPS).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
