import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { TELEGRAM_PACE } from '../../src/channels/telegram/pace.ts';
import { Pacer, UNPACED } from '../../src/outbox/pace.ts';
import { after } from './messages.ts';

const start = after(0).epochMilliseconds;

/** How late a message goes, how long it travels and how long its answer does, unless it takes no time. */
type Ways = Readonly<Partial<Record<'late' | 'there' | 'back', (index: number) => number>>>;

const none = () => 0;

/** Sends messages to chats as soon as the pace allows, and hears their answers; tells when each went and arrived. */
function sendAll(chats: readonly string[], { late = none, there = none, back = none }: Ways = {}) {
  const pacer = new Pacer(TELEGRAM_PACE, []);
  let now = start;
  let awaited: { readonly at: number; readonly hear: () => void }[] = [];
  const pass = (ms: number) => {
    now += ms;
    for (const { at, hear } of awaited) if (at <= now) hear();
    awaited = awaited.filter(({ at }) => at > now);
  };
  return chats.map((chat, index) => {
    for (;;) {
      const wait = Math.max(pacer.waitMs(now), pacer.chatWaitMs(chat, now));
      if (wait === 0) break;
      // Not further than to the next answer, which may change how long to wait.
      pass(Math.min(wait, ...awaited.map(({ at }) => at - now)));
    }
    pass(late(index));
    const answered = pacer.sent(chat, now);
    const at = now + there(index) + back(index);
    awaited.push({ at, hear: () => answered(at) });
    return { chat, at: now, arrived: now + there(index) };
  });
}

const times = (count: number) => Array.from({ length: count }, (_, index) => index);
const most = (moments: readonly number[], windowMs: number) =>
  Math.max(
    ...moments.map((from) => moments.filter((at) => at >= from && at < from + windowMs).length),
  );

describe('the pace of Telegram', () => {
  test('190 chats take six runs of thirty, and ten more', () => {
    const sent = sendAll(times(190).map((index) => `-${String(index)}`));
    expect((sent.at(-1)?.at ?? 0) - start).toBe(6 * 1_005 + 9 * 15);
  });

  test('one private chat gets a message a second', () => {
    const sent = sendAll(times(30).map(() => '7'));
    expect((sent.at(-1)?.at ?? 0) - start).toBe(29_000);
  });

  test('one group gets twenty a minute', () => {
    const sent = sendAll(times(41).map(() => '-7'));
    expect(sent.map(({ at }) => at - start).filter((_, index) => index % 20 === 0)).toEqual([
      0, 60_000, 120_000,
    ]);
  });

  test('no limit is passed, however late the timers are', () => {
    const chat = fc.constantFrom('7', '-1', '-2');
    const late = fc.array(fc.oneof(fc.constant(0), fc.nat(80)), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(chat, { maxLength: 90 }), late, (chats, lateness) => {
        const sent = sendAll(chats, { late: (index) => lateness[index % lateness.length] ?? 0 });
        expect(
          most(
            sent.map(({ at }) => at),
            1_000,
          ),
        ).toBeLessThanOrEqual(30);
        for (const one of ['7', '-1', '-2']) {
          const there = sent.filter((message) => message.chat === one).map(({ at }) => at);
          expect(most(there, 1_000)).toBeLessThanOrEqual(1);
          expect(most(there, 60_000)).toBeLessThanOrEqual(one === '7' ? 60 : 20);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('lateness within a run holds up nothing behind it, and no second takes more', () => {
    const chats = times(70).map((index) => String(index));
    for (const lateMs of [20, 250]) {
      const late = (index: number) => (index === 20 ? lateMs : 0);
      const sent = sendAll(chats, { late }).map(({ at }) => at);
      expect((sent.at(-1) ?? 0) - start).toBe(2 * 1_005 + 9 * 15);
      expect(most(sent, 1_005)).toBeLessThanOrEqual(30);
    }
  });

  test('after a pause the steps begin anew', () => {
    const sent = sendAll(times(40).map(String), { late: (index) => (index === 5 ? 10_000 : 0) });
    const steps = sent.slice(6).map(({ at }, index) => at - (sent[index + 5]?.at ?? 0));
    expect([steps.slice(0, 29).every((step) => step === 15), steps[29]]).toEqual([
      true,
      1_005 - 29 * 15,
    ]);
  });

  test('the first message may be long on its way: no second sees more arrive', () => {
    const chats = times(70).map(String);
    const sent = sendAll(chats, { there: (index) => (index === 0 ? 90 : 10), back: () => 100 });
    expect((sent[30]?.at ?? 0) - start).toBe(1_005 + 80);
    expect((sent[31]?.at ?? 0) - start).toBe(1_005 + 80 + 15);
    const arrived = sent.map((message) => message.arrived);
    expect(most(arrived, 1_000)).toBeLessThanOrEqual(30);
  });

  test('no second sees more than thirty arrive, however they travel, once one went as fast as can be', () => {
    const travel = fc.array(fc.integer({ min: 5, max: 100 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(travel, fc.integer({ min: 0, max: 300 }), (way, backMs) => {
        const there = (index: number) => (index === 1 ? 5 : (way[index % way.length] ?? 5));
        const sent = sendAll(times(95).map(String), { there, back: () => backMs });
        const arrived = sent.map((message) => message.arrived);
        expect(most(arrived, 1_000)).toBeLessThanOrEqual(30);
      }),
    );
  });

  test('a message without an answer is taken for as late as any', () => {
    const sent = sendAll(times(31).map(String), { back: () => 60_000 });
    expect((sent[30]?.at ?? 0) - start).toBe(1_005 + 100);
  });
});

describe('limits', () => {
  test('hold across a restart', () => {
    const past = times(20).map((index) => ({ chat: '-7', at: after(-40_000 + index) }));
    const pacer = new Pacer(TELEGRAM_PACE, past);
    expect(pacer.chatWaitMs('-7', start)).toBe(20_000);
    expect(pacer.chatWaitMs('-8', start)).toBe(0);
  });

  test('a clock put back stops nothing', () => {
    const pacer = new Pacer(TELEGRAM_PACE, []);
    pacer.sent('-7', start);
    expect(pacer.waitMs(start - 3_600_000)).toBeLessThanOrEqual(15);
    expect(pacer.chatWaitMs('-7', start - 3_600_000)).toBe(0);
  });

  test('are none where there is no pace', () => {
    const pacer = new Pacer(UNPACED, []);
    for (const index of times(99)) pacer.sent('1', start + index);
    expect([pacer.waitMs(start + 98), pacer.chatWaitMs('1', start + 98)]).toEqual([0, 0]);
  });
});

describe('a flooded chat', () => {
  test('is no reason to leave the others alone; two are', () => {
    const pacer = new Pacer(TELEGRAM_PACE, []);
    pacer.flooded('-1', 30_000, start);
    expect(pacer.waitMs(start)).toBe(0);
    pacer.flooded('-2', 10_000, start + 5_000);
    expect(pacer.waitMs(start + 5_000)).toBe(10_000);
    expect(pacer.waitMs(start + 15_000)).toBe(0);
  });
});
