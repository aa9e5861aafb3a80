import { Worker } from 'node:worker_threads';

import type { MapOutcome, MapRequest } from './map-message.ts';

/** Maps answers, one after another. */
export type Mapper = AsyncDisposable & { map(request: MapRequest): Promise<MapOutcome> };

/** How the mapping thread is kept. */
export type ThreadLimits = { readonly timeLimitMs?: number; readonly heapMb?: number };

/** Some hundred thousand dossiers of a plain mapping take seconds. */
const TIME_LIMIT_MS = 30_000;
const HEAP_MB = 512;

/**
 * A thread of its own for mappings, started with the first answer: whatever an expression does, an endless search or a
 * list without end, it can be ended from outside, and the bot answers meanwhile. Ends with its disposal.
 */
export function threadMapper({
  timeLimitMs = TIME_LIMIT_MS,
  heapMb = HEAP_MB,
}: ThreadLimits = {}): Mapper {
  let worker: Worker | null = null;
  return {
    async map(request) {
      worker ??= startWorker(heapMb);
      const outcome = await outcomeOf(worker, request, { timeLimitMs, heapMb });
      // What did not come to an end has to be ended.
      if (outcome.kind === 'failed') await end();
      return outcome;
    },
    [Symbol.asyncDispose]: end,
  };

  async function end(): Promise<void> {
    const ending = worker;
    worker = null;
    await ending?.terminate();
  }
}

function startWorker(heapMb: number): Worker {
  return new Worker(new URL('./map-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32 },
  });
}

function outcomeOf(
  worker: Worker,
  request: MapRequest,
  { timeLimitMs, heapMb }: Required<ThreadLimits>,
): Promise<MapOutcome> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => () => {
      clearTimeout(timer);
      worker.removeAllListeners();
      act();
    };
    const timer = setTimeout(
      settle(() => resolve(failed('mappingTooSlow', `> ${String(timeLimitMs)} ms`))),
      timeLimitMs,
    );
    worker.once('message', (outcome: MapOutcome) => settle(() => resolve(outcome))());
    worker.once('error', (error) => {
      const isFull =
        error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      settle(() =>
        isFull ? resolve(failed('tooLarge', `> ${String(heapMb)} MB`)) : reject(error),
      )();
    });
    worker.once(
      'exit',
      settle(() => reject(new Error('the mapping thread ended without a word'))),
    );
    worker.postMessage(request, []);
  });
}

function failed(code: 'mappingTooSlow' | 'tooLarge', detail: string): MapOutcome {
  return { kind: 'failed', problems: [{ code, row: null, field: null, detail }] };
}
