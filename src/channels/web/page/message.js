import { blockNode } from './blocks.js';
import { chartNode } from './chart-viewer.js';
import { element, icon, spoken } from './dom.js';
import { timeOf } from './moments.js';
import { words } from './words.js';

/** @typedef {import('./server.js').Message} Message */
/** @typedef {Extract<Message, { from: 'bot' }>} BotMessage */
/** @typedef {import('../message.ts').FileLink} FileLink */

/**
 * What a message may ask of the page.
 * @typedef {{ say: (text: string) => void, resized: () => void }} MessageDeeds
 */

/**
 * A message as it stands in the list.
 * @param {Message} message
 * @param {MessageDeeds} deeds
 * @returns {HTMLElement}
 */
export function messageNode(message, deeds) {
  const time = element('time', { datetime: message.at }, timeOf(message.at));
  switch (message.from) {
    case 'person':
      return personNode(message, time);
    case 'bot':
      return element(
        'article',
        { class: 'message bot' },
        spoken(`${words.title}: `),
        cardNode(message, deeds),
        ...choicesNode(message, deeds),
        time,
      );
    case 'fault':
      return element(
        'article',
        { class: 'message bot' },
        element('div', { class: 'card' }, element('p', { class: 'note' }, words[message.code])),
        time,
      );
  }
}

/**
 * @param {Extract<Message, { from: 'person' }>} message
 * @param {HTMLElement} time
 */
function personNode({ mine, tag, text }, time) {
  // A pressed choice names its agency by id, so that no namesake is meant; people need not see it.
  const bubble = element('p', { class: 'bubble' }, text.replace(/ #[a-z0-9-]+/gu, ''));
  if (mine) return element('article', { class: 'message mine' }, spoken(`${words.me}: `), bubble, time);
  const name = element('p', { class: 'name' }, `${words.someone} ${tag}`);
  return element('article', { class: 'message other' }, name, bubble, time);
}

/**
 * The chart stands before the small print about the source at the end of the text.
 * @param {BotMessage} message
 * @param {MessageDeeds} deeds
 */
function cardNode({ blocks, chart, files }, deeds) {
  const body = blocks.findLastIndex(({ kind }) => kind !== 'source') + 1;
  const card = element('div', { class: 'card' }, ...blocks.slice(0, body).map(blockNode));
  if (chart !== null) card.append(chartNode(chart, deeds.resized));
  if (files.length > 0) card.append(filesNode(files));
  card.append(...blocks.slice(body).map(blockNode));
  return card;
}

/** @param {readonly FileLink[]} files */
function filesNode(files) {
  const links = files.map(({ url, name, size }) =>
    element(
      'li',
      {},
      element('a', { href: url, download: name }, icon('file'), name),
      element('span', {}, sizeOf(size)),
    ),
  );
  return element('ul', { class: 'files', 'aria-label': words.files }, ...links);
}

/**
 * @param {BotMessage} message
 * @param {MessageDeeds} deeds
 */
function choicesNode({ choices }, deeds) {
  if (choices.length === 0) return [];
  const buttons = choices.map(({ label, send }) => {
    const button = element('button', { type: 'button', class: 'choice' }, label);
    button.addEventListener('click', () => deeds.say(send));
    return button;
  });
  return [element('div', { class: 'choices', role: 'group', 'aria-label': words.choices }, ...buttons)];
}

/**
 * @param {number} bytes
 * @returns {string} "12 kB"
 */
function sizeOf(bytes) {
  const unit = bytes < 1_000_000 ? 'kilobyte' : 'megabyte';
  const value = unit === 'kilobyte' ? Math.ceil(bytes / 1000) : bytes / 1_000_000;
  const format = new Intl.NumberFormat('vi', { style: 'unit', unit, maximumFractionDigits: 1 });
  return format.format(value);
}
