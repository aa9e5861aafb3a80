import { Worker } from 'node:worker_threads';

import type { ChartRequest } from '../replies/chart-request.ts';
import { ChartNotDrawn } from './chart-not-drawn.ts';
import type { ChartAnswer } from './chart-worker.ts';

type Task = {
  readonly request: ChartRequest;
  readonly resolve: (png: Uint8Array) => void;
  readonly reject: (error: ChartNotDrawn) => void;
};

/**
 * One worker that draws one chart after the other. It starts with the first chart; when it dies or takes too long,
 * the chart it was at is given up and the next one gets a new worker. While there is nothing to draw it does not
 * keep the process alive.
 */
export class DrawingThread {
  readonly #file: URL;
  readonly #timeLimitMs: number;
  readonly #waiting: Task[] = [];
  #current: Task | null = null;
  #worker: Worker | null = null;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(file: URL, timeLimitMs: number) {
    this.#file = file;
    this.#timeLimitMs = timeLimitMs;
  }

  /** PNG bytes of the chart; rejects with ChartNotDrawn. */
  draw(request: ChartRequest): Promise<Uint8Array> {
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    this.#waiting.push({ request, resolve, reject });
    this.#next();
    return promise;
  }

  /** Gives up what is being drawn and waited for, and ends the worker. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#giveUp(new ChartNotDrawn('closed', ''));
  }

  #next(): void {
    if (this.#current !== null) return;
    const task = this.#waiting.shift();
    if (task === undefined) {
      this.#worker?.unref();
    } else if (this.#closed) {
      task.reject(new ChartNotDrawn('closed', ''));
      this.#next();
    } else {
      this.#begin(task);
    }
  }

  #begin(task: Task): void {
    this.#current = task;
    this.#timer = setTimeout(() => {
      void this.#giveUp(new ChartNotDrawn('timedOut', `${this.#timeLimitMs} ms`));
    }, this.#timeLimitMs);
    try {
      this.#worker ??= this.#start();
      this.#worker.ref();
      this.#worker.postMessage(task.request, []);
    } catch (cause) {
      this.#settle((current) =>
        current.reject(new ChartNotDrawn('failed', String(cause), { cause })),
      );
    }
  }

  #start(): Worker {
    const worker = new Worker(this.#file, {
      resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 128 },
    });
    const lost = (cause: unknown): void => {
      if (worker !== this.#worker) return;
      void this.#giveUp(new ChartNotDrawn('stopped', String(cause), { cause }));
    };
    worker.on('error', lost);
    worker.on('exit', (code) => lost(`exit ${code}`));
    worker.on('message', (answer: ChartAnswer) => {
      if (worker !== this.#worker) return;
      this.#settle((current) => {
        if ('png' in answer) current.resolve(answer.png);
        else current.reject(new ChartNotDrawn(answer.code, answer.detail));
      });
    });
    return worker;
  }

  /** Ends the worker and fails the chart it was at; the next chart starts a new one. */
  async #giveUp(error: ChartNotDrawn): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    this.#settle((current) => current.reject(error));
    await worker?.terminate();
  }

  #settle(answer: (current: Task) => void): void {
    clearTimeout(this.#timer);
    const current = this.#current;
    this.#current = null;
    if (current !== null) answer(current);
    this.#next();
  }
}
