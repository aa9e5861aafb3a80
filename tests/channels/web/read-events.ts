/** One event of an event stream, as a browser would get it. */
export type ReadEvent = { readonly event: string; readonly id: string; readonly data: string };

/** Reads an event stream event by event; `end` gives the connection up. */
export class EventReader {
  readonly #reader: ReadableStreamDefaultReader<string>;
  #text = '';

  constructor(response: Response) {
    if (response.body === null) throw new Error('no body');
    this.#reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  }

  /** The next event or comment (`event` is then ""); null when the server has ended the stream. */
  async next(): Promise<ReadEvent | null> {
    for (;;) {
      const end = this.#text.indexOf('\n\n');
      if (end >= 0) {
        const block = this.#text.slice(0, end);
        this.#text = this.#text.slice(end + 2);
        return parse(block);
      }
      const { done, value } = await this.#reader.read();
      if (done) return null;
      this.#text += value;
    }
  }

  /** The next event of that name, passing over others. */
  async nextOf(name: string): Promise<ReadEvent> {
    for (;;) {
      const event = await this.next();
      if (event === null) throw new Error(`the stream ended before "${name}"`);
      if (event.event === name) return event;
    }
  }

  async end(): Promise<void> {
    await this.#reader.cancel();
  }
}

function parse(block: string): ReadEvent {
  const fields = new Map(
    block.split('\n').map((line) => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), line.slice(colon + 2)] as const;
    }),
  );
  return {
    event: fields.get('event') ?? '',
    id: fields.get('id') ?? '',
    data: fields.get('data') ?? '',
  };
}
