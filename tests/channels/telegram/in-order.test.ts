import { expect, test } from 'vitest';

import { inOrder } from '../../../src/channels/telegram/in-order.ts';

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
  const runs = [
    queue.run('a', note('a1', first.promise)),
    queue.run('a', note('a2')),
    queue.run('b', note('b1')),
  ];
  await settled();
  expect(order).toEqual(['b1']);
  first.resolve();
  await Promise.all(runs);
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
  const taken = await Promise.all([1, 2, 3].map(() => queue.run('a', nothing)));
  expect(taken).toEqual([true, true, false]);
  expect(await queue.run('a', nothing)).toBe(true);
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
