import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

import { SourceUnreadable } from '../../errors.ts';
import type { IntakeProblem } from '../../snapshots/intake-problem.ts';
import { problemAt } from '../table.ts';
import type { ListMessage, ListRequest, RowBatch, ThreadRequest } from './list-message.ts';
import { type PackedBatch, unpacked } from './packed-batch.ts';

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
/** Rows live as long as their batch: with less they would be carried about before they are dropped. */
const YOUNG_MB = 64;

type Outcome = { readonly message: ListMessage<PackedBatch> } | { readonly error: unknown };

/** A thread that reads one list after another. Only while it reads does it keep the process alive. */
export class ListThread {
  readonly #timeLimitMs: number;
  readonly #heapMb: number;
  readonly #worker: Worker;
  #arrived: Outcome[] = [];
  #awake = Promise.withResolvers<void>();
  #isAtRest = true;

  constructor({ timeLimitMs, heapMb, worker }: ThreadSettings) {
    this.#timeLimitMs = timeLimitMs ?? TIME_LIMIT_MS;
    this.#heapMb = heapMb ?? HEAP_MB;
    this.#worker = new Worker(worker ?? new URL('./list-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: this.#heapMb, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    this.#worker.on('message', (message: ListMessage<PackedBatch>) => this.#note({ message }));
    this.#worker.on('error', (error) => this.#note({ error }));
    this.#worker.on('exit', () => this.#note({ error: new Error('the reading thread ended') }));
  }

  /** It has said all there was to its list, and lives: it can read another one. */
  get isAtRest(): boolean {
    return this.#isAtRest;
  }

  /**
   * The rows of a list, at most a few batches ahead. Between two batches the event loop turns. Throws `SourceUnreadable`
   * where the list cannot be read on: also tooSlow, and tooLarge when it needs more memory than any such file.
   */
  async *read(request: ListRequest): AsyncGenerator<RowBatch> {
    const inFlight = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const refuse = (code: IntakeProblem, detail: string): SourceUnreadable =>
      new SourceUnreadable(request.origin, [problemAt(code, { table: request.origin }, detail)]);
    const timer = setTimeout(() => {
      this.#note({ error: refuse('tooSlow', `> ${String(this.#timeLimitMs)} ms`) });
    }, this.#timeLimitMs);
    try {
      this.#begin({ request, inFlight: inFlight.buffer });
      for (;;) {
        const outcome = await this.#next();
        if ('error' in outcome) {
          const isGreedy = isOutOfMemory(outcome.error);
          throw isGreedy ? refuse('tooLarge', `> ${String(this.#heapMb)} MB`) : outcome.error;
        }
        const { message } = outcome;
        if (message.kind !== 'batch') {
          this.#rest();
          if (message.kind === 'end') return;
          throw new SourceUnreadable(request.origin, message.problems);
        }
        yield unpacked(message.batch);
        // Messages that wait are handed out one after another without a pause: others get their turn here.
        await turn();
        Atomics.sub(inFlight, 0, 1);
        Atomics.notify(inFlight, 0);
      }
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends it, whatever it is at. */
  async close(): Promise<void> {
    this.#isAtRest = false;
    await this.#worker.terminate();
  }

  #begin(told: ThreadRequest): void {
    this.#isAtRest = false;
    this.#worker.ref();
    this.#worker.postMessage(told, []);
  }

  #rest(): void {
    this.#isAtRest = true;
    this.#worker.unref();
  }

  #note(outcome: Outcome): void {
    if ('error' in outcome) this.#isAtRest = false;
    this.#arrived.push(outcome);
    this.#awake.resolve();
  }

  async #next(): Promise<Outcome> {
    for (;;) {
      const outcome = this.#arrived.shift();
      if (outcome !== undefined) return outcome;
      this.#awake = Promise.withResolvers();
      await this.#awake.promise;
    }
  }
}

/** The rows of a list, read by a thread of its own that ends with the reading, whoever ends it. */
export async function* listBatches(
  request: ListRequest,
  settings: ThreadSettings = {},
): AsyncGenerator<RowBatch> {
  const thread = new ListThread(settings);
  try {
    yield* thread.read(request);
  } finally {
    await thread.close();
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
