/** What a bot is shown by: what its keeper says, and what Zalo tells once it is reached. */
export class BotNames {
  readonly #names: Set<string>;

  constructor(names: readonly string[]) {
    this.#names = new Set(names);
  }

  get all(): readonly string[] {
    return [...this.#names];
  }

  add(name: string): void {
    this.#names.add(name);
  }
}
