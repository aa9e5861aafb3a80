import { describe, expect, test } from 'vitest';

import type { Bound } from '../../src/figures/limit.ts';
import {
  barredText,
  type GradeLimit,
  type GradeSubject,
  limitTexts,
} from '../../src/replies/grade-limits.ts';

type Aim = readonly [side: Bound['side'], threshold: number, inclusive: boolean];

/** A limit of a document of its own. */
function limitOn(
  subject: GradeSubject,
  [side, threshold, inclusive]: Aim,
  bars: GradeLimit['bars'] = null,
): GradeLimit {
  const [source, place] = ['Quyết định 1', 'Điều 2'];
  const always = { issuedOn: null, firstYear: null, lastYear: null, levels: null };
  return { id: subject, subject, threshold, side, inclusive, bars, source, place, ...always };
}

describe('what refuses a grade is what breaks the limit', () => {
  test.each<[GradeSubject, Aim, string]>([
    ['overdue', ['below', 500, false], 'hồ sơ trễ hạn từ 5% trở lên'],
    ['overdue', ['below', 500, true], 'hồ sơ trễ hạn trên 5%'],
    ['satisfaction', ['above', 8000, false], 'chỉ số hài lòng từ 80% trở xuống'],
    ['satisfaction', ['above', 8000, true], 'chỉ số hài lòng dưới 80%'],
    ['provinceRank', ['below', 2500, true], 'ngoài nhóm 25 tỉnh, thành phố dẫn đầu cả nước'],
    ['qualityScore', ['above', 8000, true], 'dưới 80 điểm'],
    ['qualityScore', ['above', 8050, false], 'từ 80,5 điểm trở xuống'],
  ])('%s %j', (subject, aim, broken) => {
    expect(barredText([limitOn(subject, aim, 'goodGrade')])).toBe(
      `Cơ quan không được xếp loại Tốt nếu ${broken}`,
    );
  });

  test('to an official by the late dossiers that are their own', () => {
    expect(barredText([limitOn('personalOverdue', ['below', 1000, true], 'goodRating')])).toBe(
      'Cán bộ, công chức không được xếp loại hoàn thành tốt nhiệm vụ trở lên nếu hồ sơ trễ hạn trên 10%',
    );
  });
});

describe('what is aimed at names what it is of', () => {
  test.each<[GradeSubject, Aim, string]>([
    ['overdue', ['below', 100, false], 'Mục tiêu: hồ sơ trễ hạn dưới 1%'],
    ['satisfaction', ['above', 8000, true], 'Mục tiêu: chỉ số hài lòng từ 80% trở lên'],
    [
      'provinceRank',
      ['below', 2500, true],
      'Mục tiêu: trong nhóm 25 tỉnh, thành phố dẫn đầu cả nước',
    ],
    ['qualityScore', ['above', 8000, true], 'Từ 80 điểm là xếp loại Tốt'],
    ['qualityScore', ['above', 8050, false], 'Trên 80,5 điểm là xếp loại Tốt'],
  ])('%s %j', (subject, aim, text) => {
    expect(limitTexts([limitOn(subject, aim)])).toEqual([`${text} (Quyết định 1, Điều 2)`]);
  });
});
