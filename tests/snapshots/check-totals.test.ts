import { describe, expect, test } from 'vitest';

import type { AgencyId } from '../../src/agencies/agency.ts';
import { hundredthsOfPercent } from '../../src/figures/fraction.ts';
import { rateBy } from '../../src/figures/rate.ts';
import { checkSnapshot } from '../../src/snapshots/check.ts';
import { snapshotTree } from '../../src/snapshots/snapshot-tree.ts';
import { type Checked, directory, idAt, phuLuc2, withCounts, without } from './figures-of-2023.ts';

/** "path column printed sum" of every wrong total, in the order found. */
function wrongTotals(
  snapshot: Checked,
  code: 'childrenDoNotAddUp' | 'leavesDoNotAddUp',
): readonly string[] {
  return checkSnapshot(snapshot, directory).flatMap((finding) => {
    if (finding.code !== code) return [];
    const sum = finding.code === 'childrenDoNotAddUp' ? finding.sumOfChildren : finding.sumOfLeaves;
    const path = directory.get(finding.agency).officialPath ?? '';
    return [`${path} ${finding.column} ${String(finding.printed)} ${String(sum)}`];
  });
}

describe('Phụ lục 2 of 2023', () => {
  test('has one total that is not the sum of its children, in four columns', () => {
    expect(wrongTotals(phuLuc2, 'childrenDoNotAddUp')).toEqual([
      'C.VI resolved 8184 13413',
      'C.VI resolvedOnTime 8160 13351',
      'C.VI resolvedOverdue 24 62',
      'C.VI overdueTotal 24 62',
    ]);
  });

  test('carries it on into the communes and the province, and into nothing else', () => {
    expect(wrongTotals(phuLuc2, 'leavesDoNotAddUp')).toEqual([
      'C resolved 209547 214776',
      'C resolvedOnTime 208893 214084',
      'C resolvedOverdue 654 692',
      'C overdueTotal 722 760',
      'TOTAL resolved 506783 512012',
      'TOTAL resolvedOnTime 504697 509888',
      'TOTAL resolvedOverdue 2086 2124',
      'TOTAL overdueTotal 2597 2635',
    ]);
  });
});

const sumOfLeaves = (agency: AgencyId, snapshot: Checked) =>
  snapshotTree(snapshot, directory).sumOfLeaves(agency);

describe('what the units add up to', () => {
  test.each([
    ['TOTAL', '2635/530662', 50],
    ['C', '760/218073', 35],
    ['C.VI', '62/13570', 46],
    // Right as printed.
    ['B', '530/41305', 128],
    ['C.VII', '84/80397', 10],
  ])('%s: %s', (path, quotient, hundredths) => {
    const counts = sumOfLeaves(idAt(path), phuLuc2);
    const result = counts && rateBy('OVERDUE_TOTAL_OVER_HANDLED', counts);
    if (result?.kind !== 'rate') throw new Error('no rate');
    const { numerator, denominator } = result.fraction;
    expect(`${String(numerator)}/${String(denominator)}`).toBe(quotient);
    expect(hundredthsOfPercent(result.fraction)).toBe(hundredths);
  });

  test('is unknown for an agency without units, or with some of them missing', () => {
    expect(sumOfLeaves(idAt('B.7'), phuLuc2)).toBeNull();
    expect(sumOfLeaves(idAt('C.VI'), without('C.VI.3'))).toBeNull();
  });

  test('takes a total whose units are missing as it is printed', () => {
    expect(sumOfLeaves(idAt('C'), without('C.VI.3'))?.resolved).toBe(209_547);
  });
});

describe('any table', () => {
  test('with Cam Ranh corrected nothing is wrong but what was the sum of the wrong row', () => {
    const corrected = withCounts({
      'C.VI': { resolved: 13_413, resolvedOnTime: 13_351, resolvedOverdue: 62 },
      C: { resolved: 214_776, resolvedOnTime: 214_084, resolvedOverdue: 692 },
      TOTAL: { resolved: 512_012, resolvedOnTime: 509_888, resolvedOverdue: 2124 },
    });
    expect(wrongTotals(corrected, 'childrenDoNotAddUp')).toEqual([]);
    expect(wrongTotals(corrected, 'leavesDoNotAddUp')).toEqual([]);
  });

  test('a total is not judged while one of its units is missing; those above still are by their own children', () => {
    expect(wrongTotals(without('C.VI.3'), 'childrenDoNotAddUp')).toEqual([]);
    expect(wrongTotals(without('C.VI.3'), 'leavesDoNotAddUp')).toEqual([]);
    expect(wrongTotals(without('C'), 'childrenDoNotAddUp')).toHaveLength(4);
  });

  test('a column that one unit does not give is not judged, the others are', () => {
    const partial = withCounts({ 'C.VI.3': { resolvedOverdue: null } });
    expect(wrongTotals(partial, 'childrenDoNotAddUp')).toEqual([
      'C.VI resolved 8184 13413',
      'C.VI resolvedOnTime 8160 13351',
    ]);
  });

  test('where its own children are wrong too, a total is named with them and not with its leaves', () => {
    const twice = withCounts({ C: { resolved: 209_548 } });
    expect(wrongTotals(twice, 'childrenDoNotAddUp')).toContain('C resolved 209548 209547');
    expect(
      wrongTotals(twice, 'leavesDoNotAddUp').filter((line) => line.startsWith('C resolved ')),
    ).toEqual([]);
  });

  test('rows by field are no units', () => {
    const figures = phuLuc2.figures.map((figure) => ({ ...figure, field: 'Đất đai' }));
    expect(wrongTotals({ ...phuLuc2, figures }, 'childrenDoNotAddUp')).toEqual([]);
  });

  test('only agencies of that time are expected: departments formed in 2025 are missing from no table of 2023', () => {
    const units = directory.children(idAt('A'));
    expect(units.some(({ validFrom }) => validFrom !== null)).toBe(true);
    const wrong = withCounts({ A: { pending: 9987 } });
    expect(wrongTotals(wrong, 'childrenDoNotAddUp')).toContain('A pending 9987 9988');
  });
});
