/** @typedef {import('../../../replies/web-page.ts').WebPageWords} Words */
/** @typedef {import('../routes.ts').SuggestedCommand} Command */
/** @typedef {import('../message.ts').MessageView} Message */
/** @typedef {{ id: string, name: string, kind: 'private' | 'group' }} Chat */

/** The server refused; `code` names what was wrong. */
export class Refused extends Error {
  /** @param {string} code */
  constructor(code) {
    super(code);
    this.code = code;
  }
}

/** @returns {Promise<Words>} */
export const fetchWords = () => ask('/api/words');

/** @returns {Promise<readonly Command[]>} */
export const fetchCommands = () => ask('/api/commands');

/** @returns {Promise<readonly Chat[]>} the chats this person sees */
export async function fetchChats() {
  /** @type {{ chats: readonly Chat[] }} */
  const { chats } = await ask('/api/chats');
  return chats;
}

/**
 * @param {string} name
 * @returns {Promise<Chat>} the group of that name, new or not
 */
export async function makeGroup(name) {
  /** @type {{ chat: Chat }} */
  const { chat } = await ask('/api/chats', { name });
  return chat;
}

/**
 * @param {string} chat
 * @returns {Promise<{ messages: readonly Message[], last: string }>} what the chat holds, and the id to follow it from
 */
export const fetchMessages = (chat) => ask(`/api/messages?${new URLSearchParams({ chat })}`);

/**
 * @param {string} chat
 * @param {string} text
 * @returns {Promise<{}>} when the server has taken the message; the answer comes with the events
 */
export const postMessage = (chat, text) => ask('/api/messages', { chat, text });

/**
 * Fetches, or posts when there is a body. Rejects with `Refused`, or with the browser's own error when the server
 * cannot be reached.
 * @template Answer
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<Answer>}
 */
async function ask(path, body) {
  const headers = { 'Content-Type': 'application/json' };
  const posted = { method: 'POST', headers, body: JSON.stringify(body) };
  const response = await fetch(path, body === undefined ? {} : posted);
  const text = await response.text();
  if (!response.ok) throw new Refused(codeOf(text));
  return parsed(text);
}

/** @param {string} text */
function codeOf(text) {
  try {
    /** @type {{ error?: string }} */
    const { error } = parsed(text);
    return error ?? '';
  } catch {
    return '';
  }
}

/**
 * JSON from the server, taken on trust: page and server are one program.
 * @template Value
 * @param {string} text
 * @returns {Value}
 */
export function parsed(text) {
  // oxlint-disable-next-line typescript/no-unsafe-return
  return JSON.parse(text);
}
