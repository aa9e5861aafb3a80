const MOST_REMEMBERED = 100;

/** What was sent before, to be brought back with the arrow keys as in a shell. */
export class SentTexts {
  /** @type {string[]} */
  #texts = [];
  #at = 0;

  /** @param {string} text */
  add(text) {
    if (this.#texts.at(-1) !== text) this.#texts.push(text);
    if (this.#texts.length > MOST_REMEMBERED) this.#texts.shift();
    this.#at = this.#texts.length;
  }

  /**
   * The text one step earlier (-1) or later (1). Only an empty input, or one that still holds what was brought
   * back, is replaced: nothing being written is lost.
   * @param {string} current
   * @param {-1 | 1} step
   * @returns {string | null} null: leave the input as it is
   */
  browse(current, step) {
    if (current === '') this.#at = this.#texts.length;
    else if (current !== this.#texts[this.#at]) return null;
    const next = this.#at + step;
    if (next < 0 || next > this.#texts.length) return null;
    this.#at = next;
    return this.#texts[next] ?? '';
  }
}
