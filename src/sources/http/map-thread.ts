import { once } from 'node:events';
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

  async function end(): Promise<void> {
    const ending = worker;
    worker = null;
    await ending?.terminate();
  }
  return {
    async map(request) {
      worker ??= await startWorker(heapMb);
      const outcome = await outcomeOf(worker, request, { timeLimitMs, heapMb });
      // What did not come to an end has to be ended.
      if (outcome.kind === 'failed') await end();
      return outcome;
    },
    [Symbol.asyncDispose]: end,
  };
}

/** A thread that has loaded what it needs. */
async function startWorker(heapMb: number): Promise<Worker> {
  const worker = new Worker(new URL('./map-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32 },
  });
  await once(worker, 'message');
  return worker;
}

/** The next thing the thread says; or that it took too long, or needed more memory than any answer does. */
async function outcomeOf(
  worker: Worker,
  request: MapRequest,
  { timeLimitMs, heapMb }: Required<ThreadLimits>,
): Promise<MapOutcome> {
  const limit = Promise.withResolvers<MapOutcome>();
  const timer = setTimeout(() => {
    limit.resolve(failed('mappingTooSlow', `> ${String(timeLimitMs)} ms`));
  }, timeLimitMs);
  try {
    const said = outcomeFrom(worker);
    worker.postMessage(request, []);
    return await Promise.race([said, limit.promise]);
  } catch (error) {
    if (isOutOfMemory(error)) return failed('tooLarge', `> ${String(heapMb)} MB`);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function outcomeFrom(worker: Worker): Promise<MapOutcome> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (outcome: MapOutcome) => {
      worker.off('error', reject);
      resolve(outcome);
    });
  });
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function failed(code: 'mappingTooSlow' | 'tooLarge', detail: string): MapOutcome {
  return { kind: 'failed', problems: [{ code, row: null, field: null, detail }] };
}
