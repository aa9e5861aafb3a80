/** The text of one value of a JSON stream and the line it begins in. */
export type JsonValue = { readonly text: string; readonly line: number };

const LONGEST_NAME = 100;
const MARK = /["\\{}[\]\n]/gu;

/**
 * Takes JSON apart as it comes, holding no more than one value: the lines of JSON lines, or the elements of one great
 * list. Only brackets and quotes are looked at; whether a value is good JSON is for its reader to find.
 */
export class JsonSplitter {
  #line = 1;
  /** The beginning of a value whose end has not come yet, and the line it began in. */
  #text = '';
  #begun = 1;
  #depth = 0;
  #inText = false;
  /** Where the text that has not ended began, counted from the beginning of its value. */
  #textBegan = 0;
  /** Where the letter behind a backslash stands: it means nothing. */
  #escaped = -1;
  #values = 0;
  #list: 'none' | 'open' | 'closed' = 'none';

  /** The values that end in this piece of text. */
  push(chunk: string): readonly JsonValue[] {
    const values: JsonValue[] = [];
    let from = 0;
    for (const { 0: mark, index } of chunk.matchAll(MARK)) {
      if (mark === '\n') this.#line += 1;
      if (index === this.#escaped) continue;
      const before = this.#depth;
      this.#step(mark, index, this.#text.length - from);
      if (before === 0 && this.#depth === 1) {
        from = index;
        this.#begun = this.#line;
      } else if (before === 1 && this.#depth === 0) {
        values.push({ text: this.#text + chunk.slice(from, index + 1), line: this.#begun });
        this.#text = '';
        this.#values += 1;
      }
    }
    if (this.#depth > 0) this.#text += chunk.slice(from);
    this.#escaped -= chunk.length;
    return values;
  }

  /** How long the value is whose end has not come yet. */
  get held(): number {
    return this.#text.length;
  }

  /** How many values have ended. */
  get values(): number {
    return this.#values;
  }

  /** Whether the values are those of one list, and not one after another. */
  get isList(): boolean {
    return this.#list !== 'none';
  }

  /** The line in which the value began whose end has not come yet. */
  get begun(): number {
    return this.#begun;
  }

  /** The text of a value that takes most of it and has not ended: the name it bears, null for none; null where there is none. */
  get longText(): { readonly name: string | null } | null {
    if (!this.#inText || this.#text.length < 2 * this.#textBegan) return null;
    const before = this.#text.slice(Math.max(0, this.#textBegan - LONGEST_NAME), this.#textBegan);
    return { name: /"([^"\\:]{1,60})"\s*:\s*$/u.exec(before)?.[1] ?? null };
  }

  /** The line in which something was begun that never ended; null when all is whole. */
  get cutOffAt(): number | null {
    if (this.#depth > 0) return this.#begun;
    return this.#list === 'open' ? this.#line : null;
  }

  #step(mark: string, index: number, held: number): void {
    if (this.#inText) {
      if (mark === '\\') this.#escaped = index + 1;
      else if (mark === '"') this.#inText = false;
    } else if (mark === '"') {
      this.#inText = this.#depth > 0;
      this.#textBegan = held + index;
    } else if (mark === '{' || mark === '[') {
      this.#open(mark);
    } else if (mark === '}' || mark === ']') {
      if (this.#depth > 0) this.#depth -= 1;
      else this.#list = 'closed';
    }
  }

  /** The bracket that stands before everything opens the list whose elements are the values. */
  #open(mark: string): void {
    if (mark === '[' && this.#depth === 0 && this.#list === 'none') this.#list = 'open';
    else this.#depth += 1;
  }
}
