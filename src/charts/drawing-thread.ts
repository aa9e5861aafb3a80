import { Worker } from 'node:worker_threads';

import type { ChartRequest } from '../replies/chart-request.ts';
import { ChartNotDrawn } from './chart-not-drawn.ts';
import type { Asked, ChartAnswer } from './chart-worker.ts';

/** A chart that is asked for, and whom to tell. */
export type Task = {
  readonly request: ChartRequest;
  readonly resolve: (png: Uint8Array) => void;
  readonly reject: (error: ChartNotDrawn) => void;
};

/** What a drawing thread is made with. */
export type ThreadSettings = {
  /** The worker's file. */
  readonly file: URL;
  /** A chart that takes longer is given up. */
  readonly timeLimitMs: number;
  /** Called when the thread can take the next chart. */
  readonly onFree: () => void;
};

/**
 * One worker that draws one chart at a time. It starts with the first chart; when it dies or takes too long, the chart
 * it was at is given up and the next one gets a new worker. While there is nothing to draw it does not keep the
 * process alive.
 */
export class DrawingThread {
  readonly #settings: ThreadSettings;
  #current: Task | null = null;
  #worker: Worker | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(settings: ThreadSettings) {
    this.#settings = settings;
  }

  /** It has no chart and may be given one. */
  get isFree(): boolean {
    return this.#current === null;
  }

  /** Its worker is there: the next chart need not wait for one to start. */
  get isRunning(): boolean {
    return this.#worker !== null;
  }

  /** Starts the worker, so that the next chart need not wait for that. */
  warmUp(): void {
    if (this.#worker !== null) return;
    this.#worker = this.#start();
    this.#worker.unref();
    this.#worker.postMessage(null satisfies Asked, []);
  }

  /** Draws the chart of a task and tells its outcome; only while it is free. */
  begin(task: Task): void {
    const { timeLimitMs } = this.#settings;
    this.#current = task;
    this.#timer = setTimeout(() => {
      void this.end(new ChartNotDrawn('timedOut', `${timeLimitMs} ms`));
    }, timeLimitMs);
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

  /** Ends the worker and fails the chart it was at, if any; the next chart starts a new one. */
  async end(error: ChartNotDrawn): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    this.#settle((current) => current.reject(error));
    await worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(this.#settings.file, {
      resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 128 },
    });
    const lost = (cause: unknown): void => {
      if (worker !== this.#worker) return;
      void this.end(new ChartNotDrawn('stopped', String(cause), { cause }));
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

  #settle(answer: (current: Task) => void): void {
    clearTimeout(this.#timer);
    this.#worker?.unref();
    const current = this.#current;
    if (current === null) return;
    this.#current = null;
    answer(current);
    this.#settings.onFree();
  }
}
