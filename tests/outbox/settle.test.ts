import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Delivery } from '../../src/channels/channel.ts';
import { settle, type Tried } from '../../src/outbox/settle.ts';
import { after, SEVEN } from './messages.ts';

const FIRST: Tried = { tries: 1, waits: 0, doubted: false };
const later = (waitMs: number, costsNoTry = false): Delivery => ({
  kind: 'later',
  waitMs,
  why: '429',
  costsNoTry,
});
const UNKNOWN: Delivery = { kind: 'unknown', why: 'ECONNRESET' };

/** When a message comes back, in milliseconds from now. */
function pauseMs(tried: Tried, delivery: Delivery, random: number): number {
  const verdict = settle(tried, delivery, { now: SEVEN, random });
  if (verdict.kind !== 'again' && verdict.kind !== 'unknown') throw new Error(verdict.kind);
  return verdict.at.epochMilliseconds - SEVEN.epochMilliseconds;
}

describe('what an outcome means', () => {
  test.each<[string, Tried, Delivery, object]>([
    ['a receipt', FIRST, { kind: 'delivered', receipt: '7' }, { kind: 'sent', receipt: '7' }],
    ['never', FIRST, { kind: 'never', why: '403' }, { kind: 'dead', reason: 'never', why: '403' }],
    ['a moved group', FIRST, { kind: 'moved', to: '-100' }, { kind: 'moved', to: '-100' }],
    ['later', FIRST, later(5), { kind: 'again', costsNoTry: false, why: '429' }],
    ['unknown', FIRST, UNKNOWN, { kind: 'unknown', why: 'ECONNRESET' }],
    [
      'unknown twice',
      { ...FIRST, tries: 2, doubted: true },
      UNKNOWN,
      { kind: 'dead', reason: 'unknownTwice' },
    ],
    ['later, after an unknown', { ...FIRST, tries: 2, doubted: true }, later(5), { kind: 'again' }],
  ])('%s', (_case, tried, delivery, expected) => {
    expect(settle(tried, delivery, { now: SEVEN, random: 0 })).toMatchObject(expected);
  });

  test('a wait for a limit is as long as that takes, and costs no attempt', () => {
    expect(
      settle({ ...FIRST, tries: 100, waits: 99 }, later(7_000, true), { now: SEVEN, random: 0.5 }),
    ).toEqual({ kind: 'again', at: after(7_000), costsNoTry: true, why: '429' });
  });

  test.each([1e12, Infinity])('a wait of %d ms is cut to a day', (waitMs) => {
    expect(pauseMs(FIRST, later(waitMs, true), 0)).toBe(86_400_000);
  });
});

/** Hours from the first attempt to the last, in an outage. */
function hoursOfOutage(random: number): number {
  let sum = 0;
  for (let tries = 1; tries < 40; tries += 1) {
    sum += pauseMs({ ...FIRST, tries }, later(1_000), random);
  }
  return sum / 3_600_000;
}

describe('attempts', () => {
  test('are bounded, waits for limits aside', () => {
    const last = { tries: 45, waits: 5, doubted: false };
    const dead = { kind: 'dead', reason: 'tooManyAttempts' };
    const chance = { now: SEVEN, random: 0 };
    expect(settle({ ...last, waits: 6 }, later(1), chance)).toMatchObject({ kind: 'again' });
    expect(settle(last, later(1), chance)).toMatchObject(dead);
    expect(settle(last, { kind: 'moved', to: '-100' }, chance)).toMatchObject(dead);
    expect(settle({ ...last, tries: 400, waits: 200 }, later(1, true), chance)).toMatchObject(dead);
  });

  test('outlast an outage of five hours, and end within ten', () => {
    expect(hoursOfOutage(0)).toBeGreaterThan(5);
    expect(hoursOfOutage(0)).toBeLessThan(10);
  });

  test('come further and further apart, up to ten minutes, never sooner than asked', () => {
    const tried = fc.record({
      tries: fc.integer({ min: 1, max: 39 }),
      waits: fc.constant(0),
      doubted: fc.boolean(),
    });
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(tried, random, fc.nat(5_000_000), (one, chance, waitMs) => {
        const pause = pauseMs(one, later(waitMs), chance);
        const full = Math.min(2_000 * 2 ** (one.tries - 1), 600_000);
        expect(pause).toBeGreaterThanOrEqual(Math.max(waitMs, Math.round(full / 2)));
        expect(pause).toBeLessThanOrEqual(Math.max(waitMs, full));
      }),
    );
  });
});
