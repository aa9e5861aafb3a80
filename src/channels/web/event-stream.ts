import type { SSEStreamingApi } from 'hono/streaming';

import type { Listener, StreamEvent } from './conversation.ts';

/** A reader this many events behind is gone or stuck; what it missed it gets when it resumes. */
const MOST_WAITING = 200;

/** One open event stream of one window. */
export class EventStream implements Listener {
  readonly person: string;
  /** Resolves when the stream is over, whoever ended it. */
  readonly over: Promise<void>;
  readonly #stream: SSEStreamingApi;
  readonly #cut: () => void;
  readonly #end: () => void;
  #waiting = 0;
  #lastWrite: Promise<unknown> = Promise.resolve();

  /** `cut` severs the connection of a reader that no longer reads. */
  constructor(stream: SSEStreamingApi, person: string, cut: () => void) {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.person = person;
    this.over = promise;
    this.#stream = stream;
    this.#cut = cut;
    this.#end = resolve;
    stream.onAbort(resolve);
  }

  send(event: StreamEvent): void {
    this.#write(() => this.#stream.writeSSE(event));
  }

  /** An empty comment: keeps proxies from closing the connection and finds out readers that have left. */
  beat(): void {
    this.#write(() => this.#stream.write(': \n\n'));
  }

  /** Ends the stream after what was already sent. */
  close(): void {
    void this.#lastWrite.then(this.#end);
  }

  #write(write: () => Promise<unknown>): void {
    if (this.#waiting >= MOST_WAITING) {
      this.#cut();
      this.#end();
      return;
    }
    this.#waiting += 1;
    this.#lastWrite = write().finally(() => {
      this.#waiting -= 1;
    });
  }
}
