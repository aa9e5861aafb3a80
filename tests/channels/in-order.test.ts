import { expect, test } from 'vitest';

import { inOrder } from '../../src/channels/in-order.ts';

const settled = () =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });
const nothing = async () => undefined;

test('tasks of one key wait for each other, tasks of another do not', async () => {
  const order: string[] = [];
  const first = Promise.withResolvers<void>();
  const queue = inOrder(5, () => undefined);
  const note = (name: string, until?: Promise<void>) => async () => {
    await until;
    order.push(name);
  };
  void queue.run('a', note('a1', first.promise));
  void queue.run('a', note('a2'));
  void queue.run('b', note('b1'));
  await settled();
  expect(order).toEqual(['b1']);
  first.resolve();
  await queue.idle();
  expect(order).toEqual(['b1', 'a1', 'a2']);
});

test('a task that fails is told of and does not stop the next', async () => {
  const faults: unknown[] = [];
  const queue = inOrder(5, (error) => faults.push(error));
  const failing = queue.run('a', () => Promise.reject(new Error('broken')));
  let ran = false;
  await queue.run('a', async () => {
    ran = true;
  });
  await failing;
  expect(ran).toBe(true);
  expect(faults).toHaveLength(1);
});

test('more tasks than may wait are refused; there is room again afterwards', async () => {
  const queue = inOrder(2, () => undefined);
  const runs = [1, 2, 3].map(() => queue.run('a', nothing));
  expect(runs.map((run) => run !== null)).toEqual([true, true, false]);
  await queue.idle();
  expect(queue.run('a', nothing)).not.toBeNull();
});

test('a key is busy until its last task has ended', async () => {
  const queue = inOrder(5, () => undefined);
  expect(queue.isBusy('a')).toBe(false);
  const first = queue.run('a', nothing);
  const second = queue.run('a', () => Promise.reject(new Error('broken')));
  expect([queue.isBusy('a'), queue.isBusy('b')]).toEqual([true, false]);
  await first;
  expect(queue.isBusy('a')).toBe(true);
  await second;
  expect(queue.isBusy('a')).toBe(false);
});

test('is idle when the last task has ended, tasks added meanwhile included', async () => {
  const queue = inOrder(5, () => undefined);
  const first = Promise.withResolvers<void>();
  let second = false;
  void queue.run('a', async () => {
    await first.promise;
    void queue.run('b', async () => {
      await settled();
      second = true;
    });
  });
  const idle = queue.idle();
  first.resolve();
  await idle;
  expect(second).toBe(true);
  await queue.idle();
});
