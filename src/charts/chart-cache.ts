/** Drawn charts by the hash of their request; when they grow beyond `limit` bytes the least used ones go. */
export class ChartCache {
  readonly #limit: number;
  readonly #charts = new Map<string, Uint8Array>();
  #bytes = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(hash: string): Uint8Array | null {
    const png = this.#charts.get(hash);
    if (png === undefined) return null;
    // A map keeps the order of insertion: what was just used goes to the end.
    this.#charts.delete(hash);
    this.#charts.set(hash, png);
    return png;
  }

  put(hash: string, png: Uint8Array): void {
    this.#remove(hash);
    this.#charts.set(hash, png);
    this.#bytes += png.length;
    for (const oldest of this.#charts.keys()) {
      if (this.#bytes <= this.#limit) break;
      this.#remove(oldest);
    }
  }

  #remove(hash: string): void {
    this.#bytes -= this.#charts.get(hash)?.length ?? 0;
    this.#charts.delete(hash);
  }
}
