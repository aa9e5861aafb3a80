/**
 * Account that waits to be written, for whoever has to read all of it: who was told a figure a moment ago is to hear of
 * its correction, too.
 */
export class Unwritten {
  readonly #writers = new Set<() => Promise<void>>();

  /** From now on `write` is called before anybody reads. */
  add(write: () => Promise<void>): void {
    this.#writers.add(write);
  }

  /** Resolves when nothing waits any more. */
  async written(): Promise<void> {
    await Promise.all(Array.from(this.#writers, (write) => write()));
  }
}
