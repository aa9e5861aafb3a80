import { randomBytes } from 'node:crypto';

/** Things under keys nobody can guess, up to a total size; the oldest make room for new ones. */
export class Shelf<Thing> {
  readonly #room: number;
  readonly #things = new Map<string, { readonly thing: Thing; readonly size: number }>();
  #used = 0;

  /** `room` in the unit of the sizes given to `put`. */
  constructor(room: number) {
    this.#room = room;
  }

  /** Keeps a thing and tells its key (144 random bits, fit for a URL). */
  put(thing: Thing, size = 1): string {
    const key = randomBytes(18).toString('base64url');
    this.#things.set(key, { thing, size });
    this.#used += size;
    for (const [oldest, { size: freed }] of this.#things) {
      if (this.#used <= this.#room || oldest === key) break;
      this.#things.delete(oldest);
      this.#used -= freed;
    }
    return key;
  }

  get(key: string): Thing | null {
    return this.#things.get(key)?.thing ?? null;
  }
}
