import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

import { SourceUnreadable } from '../../errors.ts';
import type { IntakeProblem } from '../../snapshots/intake-problem.ts';
import { problemAt } from '../table.ts';
import type { ListMessage, ListRequest, RowBatch, ThreadRequest } from './list-message.ts';

/** How a reading thread is kept. */
export type ThreadSettings = {
  /** A file that takes longer is given up. */
  readonly timeLimitMs?: number;
  readonly heapMb?: number;
  /** The thread's file: another one in tests. */
  readonly worker?: URL;
};

/** Half a million dossiers take less than half a minute. */
const TIME_LIMIT_MS = 10 * 60_000;
/** The texts of a great spreadsheet; a file that needs more is refused. */
const HEAP_MB = 512;

/**
 * The rows of a list, read by a thread of its own that is at most a few batches ahead. Between two batches the event
 * loop turns. Throws `SourceUnreadable` where the list cannot be read on: also tooSlow, and tooLarge when it needs more
 * memory than any such file. The thread ends with the reading, whoever ends it.
 */
export async function* listBatches(
  request: ListRequest,
  settings: ThreadSettings = {},
): AsyncGenerator<RowBatch> {
  const inFlight = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  await using thread = openThread({ request, inFlight: inFlight.buffer }, settings);
  for (;;) {
    const message = await thread.next();
    if (message.kind !== 'batch') return;
    yield message.batch;
    // Messages that wait are handed out one after another without a pause: others get their turn here.
    await turn();
    Atomics.sub(inFlight, 0, 1);
    Atomics.notify(inFlight, 0);
  }
}

type Thread = AsyncDisposable & {
  /** What the thread says next. Throws `SourceUnreadable`. */
  next(): Promise<ListMessage>;
};

type Outcome = { readonly message: ListMessage } | { readonly error: unknown };

function openThread(told: ThreadRequest, settings: ThreadSettings): Thread {
  const { origin } = told.request;
  const { timeLimitMs = TIME_LIMIT_MS, heapMb = HEAP_MB } = settings;
  const worker = new Worker(settings.worker ?? new URL('./list-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32 },
  });
  const arrived: Outcome[] = [];
  let awake = Promise.withResolvers<void>();
  const note = (outcome: Outcome): void => {
    arrived.push(outcome);
    awake.resolve();
  };
  const refuse = (code: IntakeProblem, detail = ''): void => {
    const problem = problemAt(code, { table: origin }, detail);
    note({ error: new SourceUnreadable(origin, [problem]) });
  };
  const timer = setTimeout(() => refuse('tooSlow', `> ${String(timeLimitMs)} ms`), timeLimitMs);
  worker.on('message', (message: ListMessage) => note({ message }));
  worker.on('error', (error) => {
    if (isOutOfMemory(error)) refuse('tooLarge', `> ${String(heapMb)} MB`);
    else note({ error });
  });
  worker.on('exit', () => note({ error: new Error('the reading thread ended without a word') }));
  worker.postMessage(told, []);
  return {
    async next() {
      while (arrived.length === 0) {
        await awake.promise;
        awake = Promise.withResolvers();
      }
      const outcome = arrived.shift();
      if (outcome === undefined) throw new Error('nothing arrived');
      if ('error' in outcome) throw outcome.error;
      if (outcome.message.kind !== 'refused') return outcome.message;
      throw new SourceUnreadable(origin, outcome.message.problems);
    },
    async [Symbol.asyncDispose]() {
      clearTimeout(timer);
      await worker.terminate();
    },
  };
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
