import { parsed } from './server.js';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8000;

/**
 * What a connection does for its chat. `prepare` and `load` may reject; they are tried again. `load` shows the
 * messages there are and returns the id of the last.
 * @typedef {object} Follower
 * @property {string} chat
 * @property {() => Promise<void>} prepare
 * @property {() => Promise<string>} load
 * @property {(message: import('./server.js').Message) => void} onMessage
 * @property {(on: boolean) => void} onAnswering
 * @property {() => void} onReset
 * @property {(state: 'open' | 'lost' | 'replaced') => void} onState
 */

/**
 * Follows one chat until closed, over lost connections and restarts of the server. It reconnects by itself
 * rather than leave that to EventSource, which gives up for good on any answer but 200.
 */
export class Connection {
  /** @type {Follower} */
  #follower;
  /** @type {EventSource | null} */
  #source = null;
  /** @type {string | null} */
  #after = null;
  #wait = FIRST_WAIT_MS;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #closed = false;
  #connecting = false;

  /** @param {Follower} follower */
  constructor(follower) {
    this.#follower = follower;
    void this.#connect();
  }

  /** Tries at once when there is no connection: the network is back, or the person looks at the page again. */
  wake() {
    if (this.#source !== null || this.#connecting || this.#closed) return;
    clearTimeout(this.#timer);
    void this.#connect();
  }

  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#drop();
  }

  async #connect() {
    this.#connecting = true;
    try {
      await this.#follower.prepare();
      const after = this.#after ?? (await this.#follower.load());
      this.#after = after;
      if (!this.#closed) this.#listen(after);
    } catch {
      this.#retry();
    } finally {
      this.#connecting = false;
    }
  }

  /** @param {string} after */
  #listen(after) {
    const { chat, onMessage, onAnswering, onReset, onState } = this.#follower;
    const source = new EventSource(`/api/events?${new URLSearchParams({ chat, after })}`);
    this.#source = source;
    source.addEventListener('open', () => {
      this.#wait = FIRST_WAIT_MS;
      onState('open');
    });
    source.addEventListener('message', (event) => {
      this.#after = event.lastEventId;
      onMessage(parsed(String(event.data)));
    });
    source.addEventListener('answering', (event) => {
      /** @type {{ on: boolean }} */
      const { on } = parsed(String(event.data));
      onAnswering(on);
    });
    source.addEventListener('reset', () => {
      this.#drop();
      this.#after = null;
      onReset();
      void this.#connect();
    });
    source.addEventListener('replaced', () => {
      this.#drop();
      onState('replaced');
    });
    source.addEventListener('error', () => this.#retry());
  }

  #retry() {
    this.#drop();
    if (this.#closed) return;
    this.#follower.onState('lost');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#connect(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
  }

  #drop() {
    this.#source?.close();
    this.#source = null;
  }
}
