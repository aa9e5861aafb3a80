import type { ChartRequest, DrawChart } from '../../replies/chart-request.ts';
import { Shelf } from './shelf.ts';

/** Requests are small and are kept about as long as the messages they belong to; pictures are drawn again if needed. */
const MOST_REQUESTS = 3000;
const MOST_DRAWN = 64;

/**
 * The charts of all messages. A chart is drawn when its picture is first asked for, so that the text of an answer
 * never waits for it, and once however many windows show it.
 */
export class Pictures {
  readonly #draw: DrawChart;
  readonly #requests = new Shelf<ChartRequest>(MOST_REQUESTS);
  readonly #drawn = new Map<string, Promise<Uint8Array>>();

  constructor(draw: DrawChart) {
    this.#draw = draw;
  }

  /** Keeps the request and tells the key of its picture. */
  keep(request: ChartRequest): string {
    return this.#requests.put(request);
  }

  /** The PNG; null when there is no such chart (any more). Rejects when it cannot be drawn. */
  async png(key: string): Promise<Uint8Array | null> {
    const request = this.#requests.get(key);
    if (request === null) return null;
    const picture = this.#drawn.get(key) ?? this.#draw(request);
    this.#drawn.delete(key);
    this.#drawn.set(key, picture);
    const [oldest] = this.#drawn.keys();
    if (this.#drawn.size > MOST_DRAWN && oldest !== undefined) this.#drawn.delete(oldest);
    try {
      return await picture;
    } catch (error) {
      this.#drawn.delete(key);
      throw error;
    }
  }
}
