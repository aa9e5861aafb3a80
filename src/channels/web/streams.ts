import type { EventStream } from './event-stream.ts';

/** Browsers open at most six connections to one host: a fifth stream would soon stop the page from loading. */
const MOST_PER_PERSON = 4;
const MOST_IN_ALL = 500;

/** All open event streams: their bounds, their heartbeat, their end. */
export class Streams {
  readonly #open = new Set<EventStream>();
  #heartbeat: NodeJS.Timeout | null = null;

  /** From now on streams stay open; each is sent a sign of life every `heartbeatMs`. */
  start(heartbeatMs: number): void {
    const beat = () => {
      for (const stream of this.#open) stream.beat();
    };
    this.#heartbeat = setInterval(beat, heartbeatMs).unref();
  }

  /** Ends all streams, and at once those that windows open while the program is going down. */
  stop(): void {
    if (this.#heartbeat !== null) clearInterval(this.#heartbeat);
    this.#heartbeat = null;
    for (const stream of this.#open) stream.close();
  }

  /** Takes in a stream; the person's oldest gives way when there are too many. */
  admit(stream: EventStream): void {
    if (this.#heartbeat === null) {
      stream.close();
      return;
    }
    const own = Array.from(this.#open).filter(({ person }) => person === stream.person);
    if (own.length >= MOST_PER_PERSON) this.#giveWay(own[0]);
    else if (this.#open.size >= MOST_IN_ALL) this.#giveWay(this.#open.values().next().value);
    this.#open.add(stream);
    void stream.over.then(() => this.#open.delete(stream));
  }

  #giveWay(stream: EventStream | undefined): void {
    if (stream === undefined) return;
    this.#open.delete(stream);
    stream.send({ event: 'replaced', data: '{}' });
    stream.close();
  }
}
