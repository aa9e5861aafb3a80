import { describe, expect, test } from 'vitest';

import { PeriodKey } from '../../src/calendar/period.ts';
import type { Counts } from '../../src/figures/counts.ts';
import {
  computedRate,
  publishedRate,
  type RateState,
  ratesOf,
  sameRate,
} from '../../src/queries/rate.ts';
import { SnapshotId } from '../../src/snapshots/snapshot.ts';
import type { Figure, SnapshotHead, Statement } from '../../src/snapshots/snapshot.ts';
import { snapshotOf } from '../contracts/sample-snapshots.ts';
import { figure, published, row } from './known.ts';

const head = (id: number, place = 'Phụ lục 2'): SnapshotHead => ({
  ...snapshotOf({ period: PeriodKey.parse('2023'), document: { place } }),
  id: SnapshotId.parse(id),
  contentHash: '',
});
const read = (figureRead: Figure, id = 1) => ({ figure: figureRead, snapshot: head(id) });
const stated = (statement: Statement, id = 2) => ({ statement, snapshot: head(id) });

/** "0,77 published", "1,10 of 85/7718", in order. */
function noted(states: readonly RateState[]): readonly string[] {
  return states.map((state) => {
    if (state.kind === 'nothingArose') return 'nothing arose';
    const { hundredths, origin, fraction, formula } = state.rate;
    const counts = fraction === null ? '-' : `${fraction.numerator}/${fraction.denominator}`;
    return `${String(hundredths)} ${origin} ${counts} ${formula ?? '-'}`;
  });
}

describe('what the counts give', () => {
  test.each<[string, Partial<Counts>, string | null]>([
    [
      'late over handled',
      { resolved: 6571, resolvedOverdue: 63, pending: 1147, pendingOverdue: 22 },
      '110 computed 85/7718 OVERDUE_TOTAL_OVER_HANDLED',
    ],
    [
      'nothing handled is not 0 %',
      { resolved: 0, resolvedOverdue: 0, pending: 0, pendingOverdue: 0 },
      'nothing arose',
    ],
    [
      'nothing late is 0 %',
      { resolved: 5, resolvedOverdue: 0, pending: 0, pendingOverdue: 0 },
      '0 computed 0/5 OVERDUE_TOTAL_OVER_HANDLED',
    ],
    ['a missing count is no 0', { resolved: 5, resolvedOverdue: 0, pending: 2 }, null],
  ])('%s', (_words, counts, expected) => {
    const state = computedRate('overdue', read(figure('tp-nha-trang', counts)));
    expect(state === null ? null : noted([state])[0]).toBe(expected);
  });

  test('a printed rate that follows from the counts is published, another is not', () => {
    const counted = row('tp-nha-trang', 109, 14_114);
    const origin = (printedOverdue: number | null) => {
      const state = computedRate('overdue', read({ ...counted, printedOverdue }));
      return state?.kind === 'rate' ? state.rate.origin : null;
    };
    expect([origin(77), origin(78), origin(null)]).toEqual(['published', 'computed', 'computed']);
  });

  test('on time is counted over the resolved only', () => {
    const counts = { resolved: 6571, resolvedOnTime: 6508, pending: 1147 };
    const state = computedRate('onTime', read(figure('tp-nha-trang', counts)));
    expect(state === null ? null : noted([state])[0]).toBe(
      '9904 computed 6508/6571 ON_TIME_OF_RESOLVED',
    );
  });
});

describe('what a document states', () => {
  test('a rate without counts has no fraction', () => {
    expect(publishedRate(stated(published('tp-nha-trang', 1244)))).toMatchObject({
      hundredths: 1244,
      fraction: null,
      formula: null,
      origin: 'published',
    });
  });

  test('a numerator alone, or a denominator of 0, is no fraction', () => {
    const only = published('tp-nha-trang', 436, { numerator: 61 });
    const none = published('tp-nha-trang', 0, { numerator: 0, denominator: 0 });
    expect(publishedRate(stated(only))?.fraction).toBeNull();
    expect(publishedRate(stated(none))?.fraction).toBeNull();
  });

  test('a mere amount is no rate', () => {
    expect(publishedRate(stated({ ...published('tp-nha-trang', 0), rate: null }))).toBeNull();
  });
});

describe('all rates of an agency', () => {
  const table = read(row('tp-nha-trang', 109, 14_114));
  const ofResolved = published('tp-nha-trang', 96, {
    numerator: 63,
    denominator: 6571,
    formula: 'OVERDUE_RESOLVED_ONLY',
  });

  test('the published one comes first, then what the counts give', () => {
    expect(
      noted(ratesOf('overdue', { readings: [table], statements: [stated(ofResolved)] })),
    ).toEqual([
      '96 published 63/6571 OVERDUE_RESOLVED_ONLY',
      '77 computed 109/14114 OVERDUE_TOTAL_OVER_HANDLED',
    ]);
  });

  test('a statement that repeats the table is left out', () => {
    const repeated = published('tp-nha-trang', 77, { formula: 'OVERDUE_TOTAL_OVER_HANDLED' });
    expect(
      noted(ratesOf('overdue', { readings: [table], statements: [stated(repeated)] })),
    ).toHaveLength(1);
  });

  test('the same number by another or no formula is not a repetition', () => {
    const other = published('tp-nha-trang', 77, { formula: 'OVERDUE_RESOLVED_ONLY' });
    const unstated = published('tp-nha-trang', 77);
    expect(
      ratesOf('overdue', { readings: [table], statements: [stated(other), stated(unstated)] }),
    ).toHaveLength(3);
  });

  test('a table taken in from two sources counts once, and the newer one is cited', () => {
    const again = read(row('tp-nha-trang', 109, 14_114), 9);
    const [state, ...more] = ratesOf('overdue', { readings: [again, table], statements: [] });
    expect(more).toEqual([]);
    expect(state?.kind === 'rate' ? state.rate.snapshot.id : null).toBe(9);
  });

  test('two tables that differ are both shown', () => {
    const other = read(row('tp-nha-trang', 110, 14_114), 9);
    expect(ratesOf('overdue', { readings: [other, table], statements: [] })).toHaveLength(2);
  });

  test('the same rate over other counts is another rate', () => {
    const other = read(row('tp-nha-trang', 218, 28_228), 9);
    expect(ratesOf('overdue', { readings: [other, table], statements: [] })).toHaveLength(2);
  });
});

test.each([
  [77, 'OVERDUE_RESOLVED_ONLY', 77, 'OVERDUE_RESOLVED_ONLY', true],
  [77, null, 77, null, true],
  [77, null, 77, 'OVERDUE_RESOLVED_ONLY', false],
  [77, null, 78, null, false],
] as const)('%i by %s and %i by %s are the same: %s', (a, by, b, also, same) => {
  expect(sameRate({ hundredths: a, formula: by }, { hundredths: b, formula: also })).toBe(same);
});
