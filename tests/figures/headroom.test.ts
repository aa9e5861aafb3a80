import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type Counts, NO_COUNTS } from '../../src/figures/counts.ts';
import { headroom, neededToGetBack } from '../../src/figures/headroom.ts';
import { handled, overdueTotal } from '../../src/figures/rate.ts';
import { countsUpTo } from './any-counts.ts';
import { printedRows } from './phu-luc-2.ts';

const nhaTrang = printedRows().find(({ path }) => path === 'B.7')?.counts ?? NO_COUNTS;
const camLam = printedRows().find(({ path }) => path === 'B.1')?.counts ?? NO_COUNTS;

/** `overdue` late of `total` handled dossiers. */
const late = (overdue: number, total: number): Counts => ({
  ...NO_COUNTS,
  resolved: total,
  resolvedOverdue: overdue,
  pending: 0,
  pendingOverdue: 0,
});

const isUnder = (overdue: number, total: number, limit: number) => overdue * 10_000 < limit * total;
const anyLimit = fc.oneof(fc.constantFrom(100, 500, 1000), fc.integer({ min: 1, max: 10_000 }));

describe('headroom', () => {
  test('of Nha Trang 2023 under 1 % is 32: 141/14.114 is under, 142 is not', () => {
    expect(headroom(nhaTrang, 100)).toBe(32);
  });

  test.each([
    [0, 100, 100, 0],
    [0, 101, 100, 1],
    [0, 99, 100, 0],
    [5, 10_000, 100, 94],
    // All of them late would still be under 100 % only if none is; under more, all may be.
    [0, 10, 10_000, 9],
  ])('%d of %d under %d hundredths is %d', (overdue, total, limit, room) => {
    expect(headroom(late(overdue, total), limit)).toBe(room);
  });

  test.each([
    ['reached', late(1, 100), 100],
    ['passed', camLam, 100],
    ['never to be kept', late(0, 100), 0],
    ['over nothing handled', late(0, 0), 100],
    ['of unknown counts', NO_COUNTS, 100],
  ])('is none for a limit %s', (_name, counts, limit) => {
    expect(headroom(counts, limit)).toBeNull();
  });

  test('by the formula of resolved dossiers: each resolved late is one more resolved', () => {
    const counts = { ...late(5, 900), pending: 100, pendingOverdue: 90 };
    expect(headroom(counts, 100, 'OVERDUE_RESOLVED_ONLY')).toBe(4);
    fc.assert(
      fc.property(countsUpTo(60), fc.integer({ min: 1, max: 9_000 }), (any, limit) => {
        const [overdue, total] = [any.resolvedOverdue ?? 0, any.resolved ?? 0];
        fc.pre(total > 0);
        let counted: number | null = null;
        for (let more = 0; isUnder(overdue + more, total + more, limit); more += 1) counted = more;
        expect(headroom(any, limit, 'OVERDUE_RESOLVED_ONLY')).toBe(counted);
      }),
    );
  });

  test('is what counting one by one gives', () => {
    fc.assert(
      fc.property(countsUpTo(400), anyLimit, (counts, limit) => {
        const [overdue, total] = [overdueTotal(counts) ?? 0, handled(counts) ?? 0];
        let counted: number | null = null;
        for (let more = 0; overdue + more <= total; more += 1) {
          if (isUnder(overdue + more, total, limit)) counted = more;
        }
        expect(headroom(counts, limit)).toBe(counted);
      }),
    );
  });
});

describe('dossiers needed to get back under a limit', () => {
  test('Cam Lâm 2023 with 83/2.641 needs 5.660 for 1 %', () => {
    expect(neededToGetBack(camLam, 100)).toBe(5660);
    expect(isUnder(83, 2641 + 5660, 100)).toBe(true);
    expect(isUnder(83, 2641 + 5659, 100)).toBe(false);
  });

  test.each([
    [1, 100, 100, 1],
    [0, 100, 100, 0],
    [109, 14_114, 100, 0],
  ])('%d of %d under %d hundredths: %d', (overdue, total, limit, needed) => {
    expect(neededToGetBack(late(overdue, total), limit)).toBe(needed);
  });

  test.each([
    ['a limit of 0', late(1, 100), 0],
    ['nothing handled', late(0, 0), 100],
    ['unknown counts', NO_COUNTS, 100],
  ])('there is no number for %s', (_name, counts, limit) => {
    expect(neededToGetBack(counts, limit)).toBeNull();
  });

  test('by the formula of resolved dossiers pending ones do not count', () => {
    const counts = { ...late(12, 1_000), pending: 100, pendingOverdue: 90 };
    expect(neededToGetBack(counts, 100, 'OVERDUE_RESOLVED_ONLY')).toBe(201);
  });

  test('is what counting one by one gives, and none exactly where there is headroom', () => {
    fc.assert(
      fc.property(countsUpTo(60), fc.integer({ min: 50, max: 10_000 }), (counts, limit) => {
        const [overdue, total] = [overdueTotal(counts) ?? 0, handled(counts) ?? 0];
        fc.pre(total > 0);
        let counted = 0;
        while (!isUnder(overdue, total + counted, limit)) counted += 1;
        expect(neededToGetBack(counts, limit)).toBe(counted);
        expect(headroom(counts, limit) !== null).toBe(counted === 0);
      }),
    );
  });
});
