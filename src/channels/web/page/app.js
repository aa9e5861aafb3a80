import { startViewer } from './chart-viewer.js';
import { ChatSwitcher } from './chat-switcher.js';
import { Composer } from './composer.js';
import { Connection } from './connection.js';
import { byId, element } from './dom.js';
import { MessageList } from './message-list.js';
import { fetchChats, fetchCommands, fetchMessages, makeGroup, postMessage, Refused } from './server.js';
import { startTheme } from './theme.js';
import { words, wordsFor } from './words.js';

/** @typedef {import('./server.js').Chat} Chat */
/** @typedef {import('./server.js').Message} Message */

const MOST_EXAMPLES = 4;

const list = new MessageList((text) => void say(text));
const composer = new Composer((text) => void say(text));
const switcher = new ChatSwitcher((chat) => openChat(chat));

/** @type {readonly Chat[]} */
let chats = [];
/** @type {Chat} */
let current;
/** @type {Connection | null} */
let connection = null;
let unread = 0;
/** Whoever sends before the first chat is there waits for it. */
const opened = Promise.withResolvers();

/** @param {Chat} chat */
function openChat(chat) {
  connection?.close();
  current = chat;
  history.replaceState(null, '', `#${chat.id}`);
  byId('chat-name', HTMLElement).textContent = chat.name;
  byId('chat-kind', HTMLElement).textContent =
    chat.kind === 'private' ? words.privateChat : words.groupChat;
  list.clear();
  composer.openChat(chat.id);
  if (!chats.some(({ id }) => id === chat.id)) chats = [...chats, chat];
  switcher.show(chats, chat.id);
  connection = new Connection({
    chat: chat.id,
    prepare: () => makeSureOf(chat),
    load: () => loadMessages(chat),
    onMessage: showMessage,
    onAnswering: (on) => list.showAnswering(on),
    onReset: () => list.showRestart(),
    onState: showState,
  });
}

/**
 * A server that was restarted has forgotten the groups; the one in view is made again.
 * @param {Chat} chat
 */
async function makeSureOf(chat) {
  chats = await fetchChats();
  if (chats.some(({ id }) => id === chat.id)) return;
  // The private chat belongs to the cookie: without it this is another person, who begins anew.
  if (chat.kind === 'private') location.reload();
  else chats = [...chats, await makeGroup(chat.name)];
}

/** @param {Chat} chat */
async function loadMessages(chat) {
  const { messages, last } = await fetchMessages(chat.id);
  if (chat.id === current.id) list.fill(messages);
  for (const message of messages) remember(message);
  switcher.show(chats, current.id);
  return last;
}

/** @param {Message} message */
function showMessage(message) {
  list.add(message);
  remember(message);
  if (document.hidden && message.from !== 'person') unread += 1;
  showUnread();
}

/** @param {Message} message */
function remember(message) {
  if (message.from === 'person' && message.mine) composer.remember(message.text);
}

function showUnread() {
  document.title = unread > 0 ? `(${unread}) ${words.title}` : words.title;
}

/** @param {'open' | 'lost' | 'replaced'} state */
function showState(state) {
  const line = byId('connection', HTMLElement);
  line.hidden = state === 'open';
  line.textContent = state === 'replaced' ? words.replaced : words.connecting;
  if (state === 'lost') list.showAnswering(false);
}

/**
 * Sends what the person typed or pressed; it appears in the list when the server has it.
 * @param {string} text
 */
async function say(text) {
  composer.showFailure('');
  await opened.promise;
  try {
    await deliver(text, current);
  } catch (error) {
    composer.showFailure(wordsFor(error));
    composer.giveBack(text);
  }
}

/**
 * @param {string} text
 * @param {Chat} chat
 */
async function deliver(text, chat) {
  try {
    await postMessage(chat.id, text);
  } catch (error) {
    if (!(error instanceof Refused && error.code === 'unknownChat')) throw error;
    await makeSureOf(chat);
    await postMessage(chat.id, text);
  }
}

/** @param {readonly import('./server.js').Command[]} commands */
function showExamples(commands) {
  const buttons = commands.slice(0, MOST_EXAMPLES).map(({ example }) => {
    const button = element('button', { type: 'button', class: 'choice' }, example);
    button.addEventListener('click', () => void say(example));
    return button;
  });
  byId('examples', HTMLElement).replaceChildren(...buttons);
}

function wakeUp() {
  if (document.hidden) return;
  unread = 0;
  showUnread();
  connection?.wake();
}

async function start() {
  startTheme();
  startViewer();
  const commands = await fetchCommands();
  composer.offer(commands);
  showExamples(commands);
  chats = await fetchChats();
  const named = decodeURIComponent(location.hash.slice(1));
  const first = chats.find(({ id }) => id === named) ?? chats[0];
  if (first !== undefined) openChat(first);
  opened.resolve(null);
  if (matchMedia('(hover: hover)').matches) composer.focus();
  document.addEventListener('visibilitychange', wakeUp);
  addEventListener('online', wakeUp);
  addEventListener('pointerdown', wakeUp);
}

await start();
