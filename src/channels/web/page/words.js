import { fetchWords, Refused } from './server.js';

/** Every word of the page that is not in its first picture. */
export const words = await fetchWords();

/** @type {ReadonlyMap<string, string>} */
const REFUSALS = new Map([
  ['busy', words.busy],
  ['badMessage', words.badMessage],
  ['badName', words.badName],
  ['tooManyChats', words.tooManyChats],
]);

/**
 * What to tell the person about a failed request.
 * @param {unknown} error
 * @returns {string}
 */
export function wordsFor(error) {
  return REFUSALS.get(error instanceof Refused ? error.code : '') ?? words.notSent;
}
