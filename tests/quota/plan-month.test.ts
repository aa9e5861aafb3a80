import { describe, expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import type { MorningSubscription } from '../../src/audience/store.ts';
import { busierMonth } from '../../src/quota/month-days.ts';
import { fits, planMonth } from '../../src/quota/plan-month.ts';
import { markReached, usageOf } from '../../src/quota/used-up.ts';

const MONTH = Temporal.PlainYearMonth.from('2026-12');
/** 22 working days, 4 of them of any one weekday. */
const DAYS = { month: MONTH, daysOn: (weekday: number | null) => (weekday === null ? 22 : 4) };

function list(chat: string, weekday: number | null = null): MorningSubscription {
  return {
    kind: 'morningList',
    channel: 'zalo-bot',
    address: { chat, topic: null },
    agency: AgencyId.parse('p-loc-tho'),
    at: Temporal.PlainTime.from('07:00'),
    weekday,
    whenNothing: 'say',
    since: Temporal.Instant.from('2026-11-21T00:00Z'),
    pausedBecause: null,
  };
}
const digest = (chat: string): MorningSubscription => ({ ...list(chat, 1), kind: 'leaderDigest' });

describe('a plan', () => {
  test('multiplies days, chats and messages, and adds up', () => {
    const plan = planMonth(
      [list('a'), list('b'), digest('c')],
      { messages: 300, reserve: 100 },
      DAYS,
    );
    expect(plan).toMatchObject({
      month: MONTH,
      lines: [
        { kind: 'morningList', days: 22, chats: 2, each: 2, messages: 88 },
        { kind: 'leaderDigest', days: 4, chats: 1, each: 1, messages: 4 },
      ],
      pushed: 92,
    });
  });

  test.each([
    [192, true],
    [191, false],
  ])('of %i messages that are to carry 92 and keep 100 fits: %s', (messages, expected) => {
    const plan = planMonth([list('a'), list('b'), digest('c')], { messages, reserve: 100 }, DAYS);
    expect(fits(plan)).toBe(expected);
  });

  test('what comes weekly is apart from what comes daily', () => {
    const { lines } = planMonth([list('a'), list('b', 2)], { messages: 1, reserve: 0 }, DAYS);
    expect(lines.map(({ days, chats }) => [days, chats])).toEqual([
      [22, 1],
      [4, 1],
    ]);
  });
});

describe('the month that is planned', () => {
  const weekdays = { isWorkingDay: ({ dayOfWeek }: Temporal.PlainDate) => dayOfWeek < 6 };

  test.each([
    // February 2026 has 20 working days, March 22
    ['2026-02-10', '2026-03', 22],
    // March 2026 has 22, April 22: the nearer one
    ['2026-03-10', '2026-03', 22],
    ['2026-12-31', '2026-12', 23],
  ])('from %s is %s with %i working days', (today, month, days) => {
    const busier = busierMonth(Temporal.PlainDate.from(today), weekdays);
    expect([busier.month.toString(), busier.daysOn(null)]).toEqual([month, days]);
  });

  test('counts one weekday alone', () => {
    expect(busierMonth(Temporal.PlainDate.from('2026-02-10'), weekdays).daysOn(1)).toBe(5);
  });
});

describe('what is used', () => {
  test('is what went out, with what came in where that counts', () => {
    const counts = { sent: 70, received: 30 };
    expect(usageOf(counts, { messages: 100, receivedCount: false }).used).toBe(70);
    expect(usageOf(counts, { messages: 100, receivedCount: true }).used).toBe(100);
  });

  test.each([
    [79, null],
    [80, 80],
    [99, 80],
    [100, 100],
    [250, 100],
  ])('%i of 100 reaches %s', (used, mark) => {
    expect(markReached({ used, messages: 100 })).toBe(mark);
  });
});
