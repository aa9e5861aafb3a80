import { describe, expect, test } from 'vitest';

import type { IndexScore } from '../../src/figures/index-score.ts';
import { gradedText, unprintedText } from '../../src/replies/grade-words.ts';

const NAMES: Readonly<Record<string, string>> = {
  good: 'cơ quan xếp loại Tốt',
  fair: 'cơ quan xếp loại Khá',
  average: 'cơ quan xếp loại Trung bình',
  weak: 'cơ quan xếp loại Yếu',
  from90: 'cơ quan từ 90%',
};

type Printed = readonly [part: string, numerator: number | null, denominator?: number];

function partsOf(printed: readonly Printed[]): readonly IndexScore[] {
  return printed.map(([part, numerator, denominator = null]) => ({
    group: null,
    part,
    name: NAMES[part] ?? null,
    score: null,
    max: null,
    numerator,
    denominator,
    flags: [],
  }));
}

describe('grades are told with numbers only where there are some', () => {
  test.each<[string, readonly Printed[], string, string | null]>([
    [
      'every grade',
      [
        ['weak', 0],
        ['good', 35, 42],
        ['average', 1],
        ['fair', 6],
        ['from90', 16],
      ],
      '35/42 cơ quan xếp loại Tốt, 6 Khá, 1 Trung bình, 0 Yếu',
      null,
    ],
    [
      'a grade of which only words are printed',
      [
        ['good', 35, 42],
        ['fair', null],
        ['weak', 0],
      ],
      '35/42 cơ quan xếp loại Tốt, 0 Yếu',
      'Văn bản không ghi số cơ quan xếp loại Khá, Trung bình.',
    ],
    [
      'the best among them',
      [
        ['good', null],
        ['fair', 6, 42],
        ['weak', 1],
      ],
      '6/42 cơ quan xếp loại Khá, 1 Yếu',
      'Văn bản không ghi số cơ quan xếp loại Tốt, Trung bình.',
    ],
    ['no grade', [['from90', 16]], '16 cơ quan từ 90%', null],
  ])('%s', (_, printed, text, unprinted) => {
    const parts = partsOf(printed);
    expect(gradedText('reformIndex', parts)).toBe(text);
    expect(unprintedText(parts)).toBe(unprinted);
  });
});
