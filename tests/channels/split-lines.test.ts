import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { LaidLine } from '../../src/channels/lay-out.ts';
import { lengthOf, splitLines } from '../../src/channels/split-lines.ts';
import { plain } from '../../src/replies/reply.ts';

const text = (...line: LaidLine['line']): LaidLine => ({ kind: 'text', line });
const GAP: LaidLine = { kind: 'gap', line: [] };
const shown = (part: readonly LaidLine[]) => part.map(({ line }) => plain(line)).join('\n');
const letters = (value: string) => value.replaceAll(/\s/gu, '');

describe('splitting a long reply', () => {
  test('what fits stays one message', () => {
    expect(splitLines([text('a'), GAP, text('b')], 4).map(shown)).toEqual(['a\n\nb']);
  });

  test('is cut between lines, and a message neither begins nor ends with an empty line', () => {
    const lines = [text('one'), GAP, text('two'), text('three'), GAP];
    expect(splitLines(lines, 9).map(shown)).toEqual(['one\n\ntwo', 'three']);
  });

  test('a line longer than a message is cut at a space and keeps its emphasis', () => {
    const parts = splitLines([text({ strong: 'Nha Trang' }, ' Cam Ranh')], 10);
    expect(parts.map((part) => part.map(({ line }) => line))).toEqual([
      [[{ strong: 'Nha Trang' }]],
      [['Cam Ranh']],
    ]);
  });

  test.each([
    ['a letter outside the basic plane', 'xxx😀', 4, ['xxx', '😀']],
    [
      'a letter with its marks apart',
      `xxx${'ệ'.normalize('NFD')}`,
      4,
      ['xxx', 'ệ'.normalize('NFD')],
    ],
    ['a word without spaces', 'abcdefgh', 3, ['abc', 'def', 'gh']],
  ])('%s is not torn', (_case, long, limit, expected) => {
    expect(splitLines([text(long)], limit).map(shown)).toEqual(expected);
  });

  test('a tower of marks does not make thousands of messages', () => {
    expect(splitLines([text(`a${'\u0301'.repeat(4000)}`)], 100).length).toBeLessThan(60);
  });

  test('nothing to show is no message', () => {
    expect(splitLines([], 10)).toEqual([]);
    expect(splitLines([GAP, text('  ')], 10)).toEqual([]);
  });

  test('loses no letter and respects the limit, whatever the text', () => {
    const span = fc.oneof(fc.string(), fc.record({ strong: fc.string() }));
    const lines = fc.array(fc.array(span).map((line) => text(...line)));
    fc.assert(
      fc.property(lines, fc.integer({ min: 20, max: 60 }), (all, limit) => {
        const parts = splitLines(all, limit);
        expect(letters(parts.map(shown).join(''))).toBe(letters(shown(all)));
        for (const part of parts) expect(shown(part).length).toBeLessThanOrEqual(limit);
      }),
    );
  });

  test('counts what is shown, not the markup', () => {
    expect(lengthOf(text('a', { strong: 'bc' }))).toBe(3);
  });
});
