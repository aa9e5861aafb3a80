/** Tasks of the same key run one after another, tasks of different keys side by side. */
export type InOrder = {
  /** Resolves when the task has run, whatever came of it; null = too many are waiting, it will not run. */
  run(key: string, task: () => Promise<void>): Promise<void> | null;
  /** Whether a task of the key is running or waiting. */
  isBusy(key: string): boolean;
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>;
};

type Queue = { last: Promise<void>; waiting: number };

/**
 * `longest`: tasks of one key that may wait; a chat that floods the bot loses what is beyond. `onFault` hears of tasks
 * that reject; the tasks behind them run all the same.
 */
export function inOrder(longest: number, onFault: (error: unknown) => void): InOrder {
  const queues = new Map<string, Queue>();
  const leave = (key: string, queue: Queue) => {
    queue.waiting -= 1;
    if (queue.waiting === 0) queues.delete(key);
  };
  return {
    run(key, task) {
      const queue = queues.get(key) ?? { last: Promise.resolve(), waiting: 0 };
      if (queue.waiting >= longest) return null;
      queues.set(key, queue);
      queue.waiting += 1;
      queue.last = queue.last
        .then(task)
        .catch(onFault)
        .then(() => leave(key, queue));
      return queue.last;
    },
    isBusy: (key) => queues.has(key),
    async idle() {
      while (queues.size > 0) {
        await Promise.all(Array.from(queues.values(), ({ last }) => last));
      }
    },
  };
}
