import { describe, expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import type { MorningSubscription } from '../../src/audience/store.ts';
import { monthsAhead } from '../../src/quota/month-days.ts';
import { fits, planMonth } from '../../src/quota/plan-month.ts';
import { markReached, usageOf } from '../../src/quota/used-up.ts';

const MONTH = Temporal.PlainYearMonth.from('2026-12');
/** 22 working days, 4 of them of any one weekday. */
const DAYS = {
  month: MONTH,
  left: { days: 31, of: 31 },
  used: 0,
  daysOn: (weekday: number | null) => (weekday === null ? 22 : 4),
};
const CHANNEL = { channel: 'zalo-bot' };

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
      { ...CHANNEL, messages: 300, reserve: 100 },
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
    const plan = planMonth(
      [list('a'), list('b'), digest('c')],
      { ...CHANNEL, messages, reserve: 100 },
      DAYS,
    );
    expect(fits(plan)).toBe(expected);
  });

  test.each([
    [92 + 50 + 208, true],
    [92 + 50 + 207, false],
  ])('half way through, with 208 used, of %i fits: %s', (messages, expected) => {
    const half = { ...DAYS, left: { days: 15, of: 30 }, used: 208 };
    const allowance = { ...CHANNEL, messages, reserve: 100 };
    expect(fits(planMonth([list('a'), list('b'), digest('c')], allowance, half))).toBe(expected);
  });

  test('what comes weekly is apart from what comes daily', () => {
    const { lines } = planMonth(
      [list('a'), list('b', 2)],
      { ...CHANNEL, messages: 1, reserve: 0 },
      DAYS,
    );
    expect(lines.map(({ days, chats }) => [days, chats])).toEqual([
      [22, 1],
      [4, 1],
    ]);
  });
});

describe('the month that is planned', () => {
  const weekdays = { isWorkingDay: ({ dayOfWeek }: Temporal.PlainDate) => dayOfWeek < 6 };

  const at = (moment: string) => monthsAhead(Temporal.Instant.from(moment), weekdays);

  test('is what is left of this one, and the whole of the next', () => {
    const [rest, next] = at('2026-12-18T08:00+07:00');
    // Friday the 18th to Thursday the 31st; January 2027 has 21 weekdays.
    expect([rest.month.toString(), rest.daysOn(null), rest.left]).toEqual([
      '2026-12',
      10,
      { days: 14, of: 31 },
    ]);
    expect([next.month.toString(), next.daysOn(null), next.left]).toEqual([
      '2027-01',
      21,
      { days: 31, of: 31 },
    ]);
  });

  test('counts a day until noon: nothing comes by itself after it', () => {
    expect(at('2026-12-31T11:59+07:00')[0].daysOn(null)).toBe(1);
    expect(at('2026-12-31T12:00+07:00')[0]).toMatchObject({ left: { days: 0, of: 31 } });
  });

  test('counts one weekday alone', () => {
    expect(at('2026-12-18T08:00+07:00')[0].daysOn(1)).toBe(2);
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
