import { byId, element } from './dom.js';
import { fold } from './fold.js';

/** @typedef {import('./server.js').Command} Command */

/**
 * Commands that fit what is typed, best first. Only a text that begins with "/" and could still become a command
 * gets any: marks, hyphens, spaces and case do not matter.
 * @param {readonly Command[]} commands
 * @param {string} text
 * @returns {readonly Command[]}
 */
export function fitting(commands, text) {
  if (!text.startsWith('/') || text.includes('\n')) return [];
  const typed = fold(text);
  const byName = commands.filter(({ command }) => fold(command).startsWith(typed));
  if (/\s/u.test(text)) return byName;
  const byMeaning = commands.filter(
    (command) => !byName.includes(command) && fold(command.description).includes(typed),
  );
  return [...byName, ...byMeaning];
}

/**
 * The list of commands over the input, after the WAI-ARIA combobox pattern: the focus stays in the input,
 * `aria-activedescendant` says which option is meant.
 */
export class Suggestions {
  #list = byId('suggestions', HTMLUListElement);
  #input = byId('input', HTMLTextAreaElement);
  /** What is offered; empty until the page has it.
   * @type {readonly Command[]} */
  commands = [];
  /** @type {readonly Command[]} */
  #offered = [];
  #active = -1;

  constructor() {
    this.#input.addEventListener('input', () => this.#offer());
    this.#input.addEventListener('blur', () => this.close());
    // The press must not take the focus from the input, or the list would close before the click.
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#list.addEventListener('click', (event) => this.#pressed(event));
  }

  /**
   * Handles a key if it belongs to the open list.
   * @param {KeyboardEvent} event
   * @returns {boolean} whether the key was used up
   */
  takesKey({ key, shiftKey }) {
    if (this.#offered.length === 0 || shiftKey) return false;
    switch (key) {
      case 'ArrowDown':
      case 'ArrowUp':
        this.#step(key === 'ArrowDown' ? 1 : -1);
        return true;
      case 'Enter':
        return this.#active >= 0 && this.#accept(this.#active);
      case 'Tab':
        return this.#accept(Math.max(this.#active, 0));
      case 'Escape':
        this.close();
        return true;
      default:
        return false;
    }
  }

  close() {
    this.#show([]);
  }

  #offer() {
    const text = this.#input.value;
    this.#show(fitting(this.commands, text));
    // A command typed in full is meant as it stands: Enter sends it and does not complete it once more.
    const complete = this.#offered.some(({ command }) => fold(command) === fold(text));
    if (this.#offered.length > 0) this.#activate(complete ? -1 : 0);
  }

  /** @param {readonly Command[]} commands */
  #show(commands) {
    this.#offered = commands;
    this.#active = -1;
    this.#list.replaceChildren(...commands.map(optionNode));
    this.#list.hidden = commands.length === 0;
    this.#list.scrollTop = 0;
    this.#input.setAttribute('aria-expanded', String(commands.length > 0));
    this.#input.removeAttribute('aria-activedescendant');
  }

  /** @param {1 | -1} by */
  #step(by) {
    const count = this.#offered.length;
    const from = this.#active < 0 && by < 0 ? count : this.#active;
    this.#activate((from + by + count) % count);
  }

  /** @param {number} index */
  #activate(index) {
    this.#active = index;
    const options = Array.from(this.#list.children);
    for (const [at, option] of options.entries()) {
      option.setAttribute('aria-selected', String(at === index));
    }
    const option = options[index];
    if (option === undefined) this.#input.removeAttribute('aria-activedescendant');
    else this.#input.setAttribute('aria-activedescendant', option.id);
    option?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {number} index */
  #accept(index) {
    const chosen = this.#offered[index];
    this.close();
    if (chosen === undefined) return false;
    this.#input.value = `${chosen.command} `;
    this.#input.focus();
    return true;
  }

  /** @param {MouseEvent} event */
  #pressed({ target }) {
    const option = target instanceof Element ? target.closest('[role="option"]') : null;
    if (option !== null) this.#accept(Array.from(this.#list.children).indexOf(option));
  }
}

/**
 * @param {Command} command
 * @param {number} index
 */
function optionNode({ command, description, example }, index) {
  return element(
    'li',
    { id: `suggestion-${index}`, role: 'option', 'aria-selected': 'false' },
    element('b', {}, command),
    element('span', {}, description),
    element('small', {}, example),
  );
}
