import { byId, element } from './dom.js';
import { messageNode } from './message.js';
import { dayOf } from './moments.js';
import { words } from './words.js';

/** @typedef {import('./server.js').Message} Message */

/** So near the end a reader is taken to follow the talk. */
const NEAR_END_PX = 120;

/** The messages of the chat in view, in order, each once, and where the reader is in them. */
export class MessageList {
  #list = byId('messages', HTMLElement);
  #scroller = byId('scroller', HTMLElement);
  #welcome = byId('welcome', HTMLElement);
  #jump = byId('jump', HTMLButtonElement);
  #answering = byId('answering', HTMLElement);
  /** @type {Set<string>} */
  #shown = new Set();
  #day = '';
  #follows = true;
  /** @type {HTMLElement | null} */
  #newest = null;
  /** @type {(text: string) => void} */
  #say;

  /** @param {(text: string) => void} say */
  constructor(say) {
    this.#say = say;
    this.#scroller.addEventListener('scroll', () => this.#noteWhereReaderIs(), { passive: true });
    this.#jump.addEventListener('click', () => this.#toEnd());
    new ResizeObserver(() => this.#keepPlace()).observe(this.#scroller);
  }

  /** Empties the list for another chat. */
  clear() {
    this.#list.replaceChildren();
    this.#shown.clear();
    this.#day = '';
    this.#newest = null;
    this.#follows = true;
    this.#welcome.hidden = true;
    this.showAnswering(false);
  }

  /**
   * Adds the messages a chat already has, without having them read out. Those in the list stay as they are.
   * @param {readonly Message[]} messages
   */
  fill(messages) {
    this.#list.setAttribute('aria-busy', 'true');
    for (const message of messages) this.#append(message);
    this.#list.removeAttribute('aria-busy');
    this.#welcome.hidden = this.#shown.size > 0;
    this.#toEnd();
  }

  /** @param {Message} message */
  add(message) {
    if (this.#shown.has(message.id)) return;
    const mine = message.from === 'person' && message.mine;
    this.#follows ||= mine;
    this.#append(message);
    this.#welcome.hidden = true;
    this.#keepPlace();
    this.#jump.classList.toggle('news', !this.#follows);
  }

  /** Says where the memory of the server ends and what follows begins. */
  showRestart() {
    if (this.#shown.size === 0) return;
    this.#list.append(element('p', { class: 'divider' }, words.restarted));
    this.#keepPlace();
  }

  /** @param {boolean} on */
  showAnswering(on) {
    this.#answering.hidden = !on;
    this.#keepPlace();
  }

  /** @param {Message} message */
  #append(message) {
    if (this.#shown.has(message.id)) return;
    const day = dayOf(message.at);
    if (day !== this.#day) this.#list.append(element('p', { class: 'divider' }, day));
    this.#day = day;
    this.#newest = messageNode(message, { say: this.#say, resized: () => this.#keepPlace() });
    this.#shown.add(message.id);
    this.#list.append(this.#newest);
  }

  #noteWhereReaderIs() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    this.#follows = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
    this.#jump.hidden = this.#follows;
    if (this.#follows) this.#jump.classList.remove('news');
  }

  /** A reader who follows is kept at the end, but a tall answer is shown from its top: the number comes first. */
  #keepPlace() {
    if (!this.#follows || this.#newest === null) return;
    const room = this.#scroller.clientHeight;
    if (this.#newest.offsetHeight > room) this.#newest.scrollIntoView({ block: 'start' });
    else this.#toEnd();
  }

  #toEnd() {
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }
}
