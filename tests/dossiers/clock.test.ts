import { describe, expect, test } from 'vitest';

import { clockOf, queueOf, wentBack } from '../../src/dossiers/clock.ts';
import type { DossierClock, DossierState } from '../../src/dossiers/dossier.ts';

test.each<[DossierState, DossierClock]>([
  ['registered', 'notStarted'],
  ['received', 'running'],
  ['rejected', 'stopped'],
  ['processing', 'running'],
  ['supplementRequested', 'paused'],
  ['paymentRequested', 'paused'],
  ['withdrawn', 'stopped'],
  ['stopped', 'stopped'],
  ['done', 'stopped'],
  ['returned', 'stopped'],
])(
  'in state %s the clock is %s, and the dossier stands in that list while it is open',
  (state, clock) => {
    expect(clockOf(state)).toBe(clock);
    expect(queueOf({ state, test: false })).toBe(clock === 'stopped' ? null : clock);
    expect(queueOf({ state, test: true })).toBe(clock === 'stopped' ? null : 'test');
  },
);

describe('going back', () => {
  test.each<[DossierState, DossierState]>([
    ['done', 'processing'],
    ['returned', 'done'],
    ['processing', 'received'],
    ['received', 'registered'],
    ['rejected', 'received'],
    ['withdrawn', 'supplementRequested'],
  ])('is from %s to %s', (from, to) => {
    expect(wentBack(from, to)).toBe(true);
    expect(wentBack(to, from)).toBe(false);
  });

  test.each<[DossierState, DossierState]>([
    ['processing', 'supplementRequested'],
    ['paymentRequested', 'processing'],
    ['done', 'stopped'],
    ['processing', 'processing'],
  ])('is not from %s to %s, nor the other way', (from, to) => {
    expect(wentBack(from, to)).toBe(false);
    expect(wentBack(to, from)).toBe(false);
  });
});
