import { byId, element, icon } from './dom.js';
import { makeGroup } from './server.js';
import { wordsFor } from './words.js';

/** @typedef {import('./server.js').Chat} Chat */

/** The list of chats: beside the talk on a wide screen, in a drawer on a phone. It is one element that moves. */
export class ChatSwitcher {
  #panel = byId('panel', HTMLElement);
  #side = byId('side', HTMLElement);
  #drawer = byId('drawer', HTMLDialogElement);
  #list = byId('chats', HTMLUListElement);
  /** @type {(chat: Chat) => void} */
  #onChosen;

  /** @param {(chat: Chat) => void} onChosen */
  constructor(onChosen) {
    this.#onChosen = onChosen;
    byId('open-chats', HTMLButtonElement).addEventListener('click', () => this.#openDrawer());
    byId('close-chats', HTMLButtonElement).addEventListener('click', () => this.#drawer.close());
    this.#drawer.addEventListener('close', () => this.#side.append(this.#panel));
    this.#drawer.addEventListener('click', (event) => {
      if (event.target === this.#drawer) this.#drawer.close();
    });
    matchMedia('(min-width: 52rem)').addEventListener('change', () => this.#drawer.close());
    byId('new-chat', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#create();
    });
  }

  /**
   * @param {readonly Chat[]} chats
   * @param {string} current
   */
  show(chats, current) {
    const items = chats.map((chat) => {
      const name = element('span', {}, chat.name);
      const button = element('button', { type: 'button' }, icon(chat.kind), name);
      if (chat.id === current) button.setAttribute('aria-current', 'true');
      button.addEventListener('click', () => this.#choose(chat));
      return element('li', {}, button);
    });
    this.#list.replaceChildren(...items);
  }

  /** @param {Chat} chat */
  #choose(chat) {
    this.#drawer.close();
    this.#onChosen(chat);
  }

  #openDrawer() {
    this.#drawer.append(this.#panel);
    this.#drawer.showModal();
  }

  async #create() {
    const input = byId('new-chat-name', HTMLInputElement);
    const failure = byId('new-chat-failure', HTMLElement);
    failure.textContent = '';
    try {
      const chat = await makeGroup(input.value);
      input.value = '';
      this.#choose(chat);
    } catch (error) {
      failure.textContent = wordsFor(error);
    }
  }
}
