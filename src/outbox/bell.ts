/** Wakes whoever waits for it. */
export class Bell {
  #next = Promise.withResolvers<void>();

  /** Resolves the next time it is rung. */
  rung(): Promise<void> {
    return this.#next.promise;
  }

  ring(): void {
    const { resolve } = this.#next;
    this.#next = Promise.withResolvers();
    resolve();
  }
}
