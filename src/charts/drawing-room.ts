import type { ChartRequest } from '../replies/chart-request.ts';
import { ChartNotDrawn } from './chart-not-drawn.ts';
import { DrawingThread, type Task, type ThreadSettings } from './drawing-thread.ts';

/** How a drawing room is staffed. */
export type RoomSettings = Pick<ThreadSettings, 'file' | 'timeLimitMs'> & {
  /** May a second thread help. */
  readonly mayHelp: boolean;
  /** So long without a chart, and the second thread ends: its memory is for bursts only. */
  readonly helperIdleMs: number;
};

/**
 * Draws charts in the order they are asked for. One thread is enough for people who ask; a list pushed to every group
 * comes faster than one thread draws, so while more than one chart waits a second one helps.
 */
export class DrawingRoom {
  readonly #settings: RoomSettings;
  readonly #waiting: Task[] = [];
  readonly #first: DrawingThread;
  readonly #helper: DrawingThread;
  #helperIdle: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(settings: RoomSettings) {
    this.#settings = settings;
    const { file, timeLimitMs } = settings;
    this.#first = new DrawingThread({ file, timeLimitMs, onFree: () => this.#next() });
    this.#helper = new DrawingThread({ file, timeLimitMs, onFree: () => this.#helped() });
  }

  /** PNG bytes of the chart; rejects with ChartNotDrawn. */
  draw(request: ChartRequest): Promise<Uint8Array> {
    if (this.#closed) return Promise.reject(new ChartNotDrawn('closed', ''));
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    this.#waiting.push({ request, resolve, reject });
    this.#next();
    return promise;
  }

  /** Makes ready for many charts that are about to come. */
  warmUp(): void {
    if (this.#closed) return;
    this.#first.warmUp();
    if (!this.#settings.mayHelp) return;
    this.#helper.warmUp();
    this.#letHelperGo();
  }

  /** Gives up what is being drawn and waited for, and ends the threads. */
  async close(): Promise<void> {
    this.#closed = true;
    const closed = new ChartNotDrawn('closed', '');
    for (const task of this.#waiting.splice(0)) task.reject(closed);
    await Promise.all([this.#first.end(closed), this.#helper.end(closed)]);
    clearTimeout(this.#helperIdle);
  }

  #next(): void {
    if (this.#first.isFree) this.#give(this.#first);
    // A chart that waits alone is not worth starting a thread.
    const isMuch = this.#waiting.length > (this.#helper.isRunning ? 0 : 1);
    if (this.#settings.mayHelp && isMuch && this.#helper.isFree) {
      clearTimeout(this.#helperIdle);
      this.#give(this.#helper);
    }
  }

  #give(thread: DrawingThread): void {
    const task = this.#waiting.shift();
    if (task !== undefined) thread.begin(task);
  }

  #helped(): void {
    this.#letHelperGo();
    this.#next();
  }

  /** Unless there is something to draw before. */
  #letHelperGo(): void {
    clearTimeout(this.#helperIdle);
    this.#helperIdle = setTimeout(() => {
      if (this.#helper.isFree) void this.#helper.end(new ChartNotDrawn('closed', ''));
    }, this.#settings.helperIdleMs).unref();
  }
}
