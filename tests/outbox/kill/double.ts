import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

import * as z from 'zod';

/** A message that reached people. */
export type Arrival = {
  readonly store: string;
  readonly chat: string;
  readonly text: string;
  readonly receipt: string;
};

const Call = z.object({ chat: z.string(), text: z.string() });

/** One call in so many is carried out and its answer lost; as many are lost before. */
const LOST_EVERY = 23;

/** A messenger that keeps what arrives, loses some answers, and tells of every call. */
export class KillDouble {
  readonly arrivals: Arrival[] = [];
  /** Called when a call comes in, and again when its answer is out. */
  onCall: () => void = () => undefined;
  #calls = 0;
  readonly #server = createServer((incoming, answer) => void this.#serve(incoming, answer));

  async open(): Promise<string> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? String(address.port) : '';
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }

  async #serve(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
    this.#calls += 1;
    const number = this.#calls;
    // The sender may die while it speaks: then nothing has arrived.
    const body = await text(incoming).catch(() => null);
    this.onCall();
    if (body === null || number % LOST_EVERY === 0) return void answer.destroy();
    const receipt = String(number);
    this.arrivals.push({
      store: (incoming.url ?? '').slice(1),
      receipt,
      ...Call.parse(JSON.parse(body)),
    });
    if (number % LOST_EVERY === 1) return void answer.destroy();
    answer.end(JSON.stringify({ receipt }));
    this.onCall();
  }
}
