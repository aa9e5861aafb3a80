import { describe, expect, test } from 'vitest';

import { agencyFinder } from '../../src/agencies/find-agency.ts';
import { ConfigurationInvalid } from '../../src/errors.ts';
import { problemTextOnMachine } from '../../src/replies/problem-text.ts';
import { chosenAgencies, sampleOptions } from '../../src/shell/sample-options.ts';
import { counts, directory, ON } from '../sources/sample-dossiers/plan.ts';

const finder = agencyFinder(directory);
const chosen = (name: string | null) => {
  const isChosen = chosenAgencies(name, directory, finder);
  return counts.map(({ agency }) => agency).filter(isChosen);
};

describe('what is asked for', () => {
  test('nothing said: all of them, today', () => {
    const { on, ...rest } = sampleOptions([], ON);
    expect(on.equals(ON)).toBe(true);
    expect(rest).toEqual({ share: 10_000, seed: 1, csv: null, agency: null, remove: false });
  });

  test('everything said', () => {
    const args = ['--fraction', '.125', '--on', '2026-01-05', '--seed', '7', '--csv', 'a.csv'];
    const { on, ...rest } = sampleOptions([...args, '--agency', 'Nha Trang', '--remove'], ON);
    expect(on.toString()).toBe('2026-01-05');
    expect(rest).toEqual({ share: 1250, seed: 7, csv: 'a.csv', agency: 'Nha Trang', remove: true });
  });

  test.each([
    [['--fraction', '1.5'], 'phần phải lớn hơn 0 và không quá 1'],
    [['--fraction', '0'], 'phần phải lớn hơn 0'],
    [['--fraction', '0.00001'], 'bốn chữ số thập phân'],
    [['--seed', 'x'], 'số gieo phải là số nguyên'],
    [['--on', '23/11/2026'], 'ngày phải có dạng 2026-11-23'],
    [['--on', '2026-02-30'], 'ngày phải có dạng 2026-11-23'],
  ])('%j is refused in words', (args, words) => {
    expect(saidOf(() => sampleOptions(args, ON))).toContain(words);
  });
});

describe('which agencies', () => {
  test.each([
    [null, 171],
    ['Nha Trang', 1],
    ['cấp xã Nha Trang', 27],
    ['khối cấp huyện', 8],
    ['toàn tỉnh', 171],
  ])('%s: %i', (name, count) => {
    expect(chosen(name)).toHaveLength(count);
  });

  test.each([
    ['Vạn Thắng', 'nhiều cơ quan cùng tên'],
    ['Hà Nội xyz', 'không có cơ quan này'],
  ])('%s is refused in words', (name, words) => {
    expect(saidOf(() => chosen(name))).toContain(`--agency: ${words}`);
  });
});

function saidOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigurationInvalid)
      return error.problems.map(problemTextOnMachine).join('\n');
    throw error;
  }
  return '';
}
