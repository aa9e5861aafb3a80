import { describe, expect, test } from 'vitest';

import type { Counts } from '../../src/figures/counts.ts';
import { checkAgainstOther, checkCarriedOver } from '../../src/snapshots/check-tables.ts';
import { SnapshotId } from '../../src/snapshots/snapshot.ts';
import type { Reading } from '../../src/snapshots/store.ts';
import { day, figureOf, NHA_TRANG, snapshotOf } from '../contracts/sample-snapshots.ts';
import { keyOf } from '../queries/known.ts';

function table(period: string, asOf: string, counts: Partial<Counts>): Reading {
  const head = snapshotOf({ period: keyOf(period), asOf: day(asOf) });
  return {
    figure: figureOf(NHA_TRANG, counts),
    snapshot: { ...head, id: SnapshotId.parse(7), contentHash: '' },
  };
}

describe('two tables of one period', () => {
  const one = table('2023', '2023-12-14', { received: 10, resolved: 8, pending: 2 });

  test('that say the same are no finding, and neither is what only one of them gives', () => {
    expect(checkAgainstOther(one, table('2023', '2023-12-14', { received: 10 }))).toEqual([]);
  });

  test('that differ are told with both numbers and the name of the other', () => {
    const other = table('2023', '2024-01-10', { received: 12, resolved: 8 });
    expect(checkAgainstOther(one, other)).toEqual([
      {
        code: 'sourcesDisagree',
        agency: NHA_TRANG,
        column: 'received',
        here: 10,
        there: 12,
        otherTable: '55/BC-UBND',
        against: 7,
      },
    ]);
  });

  test('up to different days of a running period may differ', () => {
    const today = table('2023', '2023-11-20', { received: 10 });
    const yesterday = table('2023', '2023-11-19', { received: 9 });
    expect(checkAgainstOther(today, yesterday)).toEqual([]);
    const sameDay = table('2023', '2023-11-20', { received: 9 });
    expect(checkAgainstOther(today, sameDay)).toHaveLength(1);
  });
});

describe('what is carried over', () => {
  const earlier = table('2023-Q2', '2023-06-14', { pending: 150 });
  const later = table('2023-Q3', '2023-09-14', { carriedOver: 160 });
  const finding = {
    code: 'carriedOverDiffers',
    agency: NHA_TRANG,
    carriedOver: 160,
    into: '2023-Q3',
    pending: 150,
    outOf: '2023-Q2',
    against: 7,
  };

  test('is what was pending, whichever table comes second', () => {
    expect(checkCarriedOver(later, earlier)).toEqual([finding]);
    expect(checkCarriedOver(earlier, later)).toEqual([finding]);
    const fitting = table('2023-Q3', '2023-09-14', { carriedOver: 150 });
    expect(checkCarriedOver(fitting, earlier)).toEqual([]);
  });

  test.each([
    ['of another length', table('2023-H1', '2023-06-14', { pending: 150 })],
    ['two periods before', table('2023-Q1', '2023-03-14', { pending: 150 })],
    ['that is not over', table('2023-Q2', '2023-06-13', { pending: 150 })],
    ['without the number', table('2023-Q2', '2023-06-14', { received: 150 })],
  ])('is not held against a period %s', (_what, other) => {
    expect(checkCarriedOver(later, other)).toEqual([]);
  });
});
