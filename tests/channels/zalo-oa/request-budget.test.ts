import { expect, test } from 'vitest';

import { zaloOaPace } from '../../../src/channels/zalo-oa/plans.ts';
import { RequestBudget } from '../../../src/channels/zalo-oa/request-budget.ts';
import { HandWoundTime } from '../../doubles/hand-wound-time.ts';
import { NOON } from './open-zalo-oa.ts';

/** How many of so many requests, all asked for at once, have gone after each of some seconds. */
async function goneAfter(seconds: readonly number[], requests: number, perMinute: number) {
  const time = new HandWoundTime(NOON);
  const budget = new RequestBudget(perMinute, { clock: time, wait: time.wait });
  let gone = 0;
  for (let number = 0; number < requests; number += 1) void budget.turn().then(() => (gone += 1));
  const counts: number[] = [];
  let passed = 0;
  for (const second of seconds) {
    await time.pass((second - passed) * 1_000);
    passed = second;
    counts.push(gone);
  }
  return { counts, budget };
}

test('so many requests go in a minute, a little less than the plan allows, and the rest waits its turn', async () => {
  const { counts, budget } = await goneAfter([0, 59, 60, 119, 120], 250, 100);
  expect(counts).toEqual([95, 95, 190, 190, 250]);
  expect(budget.waitMs()).toBe(0);
});

test('tells how long a request would wait', async () => {
  const { budget } = await goneAfter([10], 100, 100);
  expect(budget.waitMs()).toBe(50_000);
});

test('a clock that is put back by an hour stops nothing for long', async () => {
  const time = new HandWoundTime(NOON);
  const budget = new RequestBudget(1, { clock: time, wait: time.wait });
  await budget.turn();
  time.jump(-3_600_000);
  expect(budget.waitMs()).toBeLessThanOrEqual(60_000);
});

test('pushes go no faster than that', () => {
  expect(zaloOaPace(100).everyMs).toBe(632);
  expect([zaloOaPace(100).isGroup('gmf-1'), zaloOaPace(100).isGroup('1')]).toEqual([true, false]);
});
