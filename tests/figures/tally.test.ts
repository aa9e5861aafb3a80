import { describe, expect, test } from 'vitest';

import { NO_COUNTS } from '../../src/figures/counts.ts';
import { type RankedBy, tallied, type Tally, tallyFor } from '../../src/figures/tally.ts';

describe('what an order goes by', () => {
  test.each<['overdue' | 'onTime' | 'dossiers', RankedBy | null, Tally | null]>([
    ['overdue', null, null],
    ['overdue', 'rate', null],
    ['overdue', 'count', 'overdue'],
    ['onTime', 'count', 'onTime'],
    ['dossiers', null, 'received'],
    ['dossiers', 'count', 'received'],
    ['dossiers', 'rate', 'received'],
    ['dossiers', 'pending', 'pending'],
    ['dossiers', 'resolved', 'resolved'],
  ])('%s by %s: %s', (metric, by, tally) => {
    expect(tallyFor(metric, by)).toBe(tally);
  });
});

describe('the number', () => {
  const counts = {
    ...NO_COUNTS,
    received: 120,
    resolved: 100,
    resolvedOnTime: 90,
    resolvedOverdue: 10,
    pending: 15,
    pendingOverdue: 3,
  };

  test.each<[Tally, number]>([
    ['overdue', 13],
    ['onTime', 90],
    ['received', 120],
    ['resolved', 100],
    ['pending', 15],
  ])('%s: %i', (tally, number) => {
    expect(tallied(counts, tally)).toBe(number);
    expect(tallied(NO_COUNTS, tally)).toBeNull();
  });

  test('what was early is on time as well', () => {
    expect(tallied({ ...counts, resolvedEarly: 40, resolvedOnTime: 50 }, 'onTime')).toBe(90);
  });
});
