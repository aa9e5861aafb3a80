import { describe, expect, test } from 'vitest';

import { NO_COUNTS } from '../../src/figures/counts.ts';
import { checkRows } from '../../src/snapshots/check-rows.ts';
import type { Figure } from '../../src/snapshots/snapshot.ts';
import { idAt, phuLuc2 } from './figures-of-2023.ts';

const agency = idAt('A.6');

/** Form II.06a of Sở KHĐT for quarter 3 of 2023: a closed balance. */
const KHDT: Figure = {
  agency,
  field: null,
  printedOverdue: null,
  counts: {
    received: 2718,
    receivedOnline: 2493,
    receivedDirectOrPostal: 65,
    carriedOver: 160,
    resolved: 2525,
    resolvedEarly: 41,
    resolvedOnTime: 2479,
    resolvedOverdue: 5,
    pending: 193,
    pendingWithin: 193,
    pendingOverdue: 0,
  },
};

const check = (figure: Figure, formula = phuLuc2.formula) =>
  checkRows({ figures: [figure], formula });

describe('Phụ lục 2 of 2023', () => {
  const findings = checkRows(phuLuc2);

  test('has no row that contradicts itself', () => {
    expect(findings.filter(({ code }) => code !== 'receivedUnaccounted')).toEqual([]);
  });

  test('leaves received dossiers unexplained in 178 of its 185 rows, 17.884 in all', () => {
    expect(findings).toHaveLength(178);
    expect(findings).toContainEqual({
      code: 'receivedUnaccounted',
      agency: idAt('TOTAL'),
      received: 543_317,
      unaccounted: 17_884,
    });
  });
});

describe('form II.06a', () => {
  test('is right as reported', () => {
    expect(check(KHDT)).toEqual([]);
  });

  test.each([
    ['received', { receivedOnline: 2492 }, 2718, 2717],
    ['received', { carriedOver: 161 }, 2718, 2719],
    ['resolved', { resolvedEarly: 40 }, 2525, 2524],
    ['resolved', { resolvedOverdue: 6 }, 2525, 2526],
    ['pending', { pendingOverdue: 1 }, 193, 194],
    // Without a column of its own, early is part of on time.
    ['resolved', { resolvedEarly: null }, 2525, 2484],
  ] as const)('%s with %j', (column, changed, printed, sumOfParts) => {
    expect(check({ ...KHDT, counts: { ...KHDT.counts, ...changed } })).toEqual([
      { code: 'rowDoesNotAddUp', agency, field: null, column, printed, sumOfParts },
    ]);
  });

  test('a row of one field is named with it, and says nothing of the agency', () => {
    const counts = { ...KHDT.counts, pending: 190, pendingWithin: 189 };
    expect(check({ ...KHDT, field: 'Đầu tư', counts, printedOverdue: 99 })).toEqual([
      {
        code: 'rowDoesNotAddUp',
        agency,
        field: 'Đầu tư',
        column: 'pending',
        printed: 190,
        sumOfParts: 189,
      },
    ]);
  });

  test('what is not given is not wrong', () => {
    expect(check({ ...KHDT, counts: NO_COUNTS, printedOverdue: 18 })).toEqual([]);
    expect(
      check({ ...KHDT, counts: { ...KHDT.counts, carriedOver: null, pendingWithin: null } }),
    ).toEqual([]);
  });

  test('more handled than received is told as that', () => {
    const counts = { ...NO_COUNTS, received: 10, resolved: 8, pending: 3 };
    expect(check({ ...KHDT, counts })).toEqual([
      { code: 'handledExceedReceived', agency, received: 10, handled: 11 },
    ]);
  });

  test('is a closed balance, where other tables leave some dossiers unexplained', () => {
    const open = { ...NO_COUNTS, received: 12, resolved: 8, pending: 3 };
    const closed = { ...open, receivedOnline: 5, receivedDirectOrPostal: 5, carriedOver: 2 };
    expect(check({ ...KHDT, counts: open })).toEqual([
      { code: 'receivedUnaccounted', agency, received: 12, unaccounted: 1 },
    ]);
    expect(check({ ...KHDT, counts: closed })).toEqual([
      { code: 'balanceDoesNotClose', agency, received: 12, handled: 11 },
    ]);
  });

  test('a part greater than its total is seen where the other parts are missing', () => {
    const counts = { ...NO_COUNTS, resolved: 8, resolvedOverdue: 9 };
    const column = 'resolvedOverdue';
    expect(check({ ...KHDT, counts })).toEqual([
      {
        code: 'partExceedsTotal',
        agency,
        field: null,
        column,
        printed: 9,
        total: 'resolved',
        printedTotal: 8,
      },
    ]);
  });
});

describe('the printed rate', () => {
  test('is held against the formula of its own document', () => {
    // 5/2718 = 0,18%, but 5/2525 = 0,20%.
    const printed = { ...KHDT, printedOverdue: 18 };
    expect(check(printed)).toEqual([]);
    expect(check(printed, 'OVERDUE_RESOLVED_ONLY')).toEqual([
      { code: 'rateDoesNotFollow', agency, printed: 18, computed: 20 },
    ]);
  });

  test('cannot be judged when the document states no formula', () => {
    expect(checkRows({ figures: [{ ...KHDT, printedOverdue: 99 }], formula: null })).toEqual([]);
  });

  test('may be 0,00 where nothing arose, and nothing else', () => {
    const counts = { ...NO_COUNTS, resolved: 0, resolvedOverdue: 0, pending: 0, pendingOverdue: 0 };
    expect(check({ ...KHDT, counts, printedOverdue: 0 })).toEqual([]);
    expect(check({ ...KHDT, counts, printedOverdue: 5 })).toMatchObject([
      { code: 'rateDoesNotFollow', computed: 0 },
    ]);
  });
});
