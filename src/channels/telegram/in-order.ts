/** Tasks of the same key run one after another, tasks of different keys side by side. */
export type InOrder = {
  /** Resolves when the task has run, whatever came of it; false = too many are waiting, it will not run. */
  run(key: string, task: () => Promise<void>): Promise<boolean>;
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>;
};

/**
 * `longest`: tasks of one key that may wait; a chat that floods the bot loses what is beyond. `onFault` hears of tasks
 * that reject; the tasks behind them run all the same.
 */
export function inOrder(longest: number, onFault: (error: unknown) => void): InOrder {
  const queues = new Map<string, { last: Promise<void>; waiting: number }>();
  return {
    async run(key, task) {
      const queue = queues.get(key) ?? { last: Promise.resolve(), waiting: 0 };
      if (queue.waiting >= longest) return false;
      queues.set(key, queue);
      queue.waiting += 1;
      const mine = queue.last.then(task).catch(onFault);
      queue.last = mine;
      await mine;
      queue.waiting -= 1;
      if (queue.waiting === 0) queues.delete(key);
      return true;
    },
    async idle() {
      while (queues.size > 0) {
        await Promise.all(Array.from(queues.values(), ({ last }) => last));
      }
    },
  };
}
