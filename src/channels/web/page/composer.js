import { byId } from './dom.js';
import { SentTexts } from './sent-texts.js';
import { Suggestions } from './suggestions.js';

/** The input: Enter sends, Shift+Enter breaks the line, "/" suggests commands, arrow up brings back what was sent. */
export class Composer {
  #form = byId('composer', HTMLFormElement);
  #input = byId('input', HTMLTextAreaElement);
  #failure = byId('failure', HTMLElement);
  #sent = new SentTexts();
  /** @type {Map<string, string>} */
  #drafts = new Map();
  #chat = '';
  #suggestions = new Suggestions();
  #send;

  /** @param {(text: string) => void} send */
  constructor(send) {
    this.#send = send;
    this.#input.addEventListener('keydown', (event) => this.#onKey(event));
    this.#input.addEventListener('input', () => this.#grow());
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
  }

  /** @param {readonly import('./server.js').Command[]} commands */
  offer(commands) {
    this.#suggestions.commands = commands;
  }

  /**
   * Another chat is in view; what was being written in the former one waits there. What was written before there was
   * any is for the first one.
   * @param {string} chat
   */
  openChat(chat) {
    const isFirst = this.#chat === '';
    this.#drafts.set(isFirst ? chat : this.#chat, this.#input.value);
    this.#chat = chat;
    this.#sent = new SentTexts();
    this.#write(this.#drafts.get(chat) ?? '');
    this.showFailure('');
  }

  /** @param {string} text */
  remember(text) {
    this.#sent.add(text);
  }

  /** @param {string} text empty to take it away */
  showFailure(text) {
    this.#failure.textContent = text;
  }

  /**
   * Puts a text that could not be sent back, unless something else is being written.
   * @param {string} text
   */
  giveBack(text) {
    if (this.#input.value === '') this.#write(text);
  }

  focus() {
    this.#input.focus();
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    // Vietnamese is often typed through an input method: Enter then ends the word, not the message.
    if (event.isComposing) return;
    if (this.#suggestions.takesKey(event)) event.preventDefault();
    else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') this.#browse(event);
  }

  /** @param {KeyboardEvent} event */
  #browse(event) {
    const text = this.#sent.browse(this.#input.value, event.key === 'ArrowUp' ? -1 : 1);
    if (text === null) return;
    event.preventDefault();
    this.#write(text);
    this.#input.setSelectionRange(text.length, text.length);
  }

  #submit() {
    const text = this.#input.value.trim();
    if (text === '') return;
    this.#suggestions.close();
    this.#write('');
    this.#send(text);
  }

  /** @param {string} text */
  #write(text) {
    this.#input.value = text;
    this.#suggestions.close();
    this.#grow();
  }

  #grow() {
    this.#input.style.height = 'auto';
    this.#input.style.height = `${this.#input.scrollHeight}px`;
  }
}
