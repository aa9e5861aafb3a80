import { parentPort } from 'node:worker_threads';

// Takes more memory than it is given.
parentPort?.on('message', () => {
  const kept: number[][] = [];
  for (;;) kept.push(Array.from({ length: 10_000 }, (_, at) => at + kept.length));
});
