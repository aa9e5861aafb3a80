import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { pathReader } from '../../../src/sources/file/row-path.ts';

function pathsOf(marks: readonly string[]): readonly (string | null)[] {
  const pathOf = pathReader();
  return marks.map((mark, index) => pathOf({ number: index + 1, cells: [mark] }));
}

describe('positions from the marks before the rows', () => {
  test('all 184 rows of Phụ lục 2 above the total', () => {
    const text = readFileSync('fixtures/figures/phu-luc-2-nam-2023.csv', 'utf8');
    const paths = text
      .trim()
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split(',')[0] ?? '');
    const marks = paths.map((path) => {
      const parts = path.split('.');
      return parts.find((part) => /^[-+]$/u.test(part)) ?? parts.at(-1) ?? '';
    });
    expect(paths).toHaveLength(184);
    expect(pathsOf(marks)).toEqual(paths);
  });

  test('"I" after a block is its first group, not a block', () => {
    expect(pathsOf(['A', 'B', 'C', 'I', '1', 'II', '1', '2'])).toEqual([
      'A',
      'B',
      'C',
      'C.I',
      'C.I.1',
      'C.II',
      'C.II.1',
      'C.II.2',
    ]);
  });

  test.each([
    [['A', '1', '3']],
    [['A', '1', '1']],
    [['A', 'C']],
    [['A', 'II']],
    [['1']],
    [['A', '+']],
    [['A', '-']],
    [['A', '1', '']],
    [['A', '1', 'x']],
  ])('%j: the last mark is out of order', (marks) => {
    expect(pathsOf(marks).at(-1)).toBeNull();
  });
});
