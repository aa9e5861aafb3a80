import { createHash, randomInt } from 'node:crypto';

/** Typed on a phone from another screen; few tries are allowed, so six digits are enough. */
const DIGITS = 6;
/** The issue of a code, B5: it is good for 15 minutes. */
export const CODE_MINUTES = 15;
/** Wrong codes a chat, or a person wherever they are, may type within that time. */
export const MOST_WRONG_TRIES = 5;
/** Wrong codes of all chats of a channel together: on a page without login anybody can be a thousand people. */
export const MOST_WRONG_TRIES_OF_ALL = 100;

/** A new code of six digits. */
export function newBindingCode(): string {
  return String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
}

/** The code in what somebody typed; null if there is none. */
export function bindingCodeIn(words: string): string | null {
  return /(?<!\d)\d{6}(?!\d)/u.exec(words.replaceAll(/(?<=\d)[ .-](?=\d)/gu, ''))?.[0] ?? null;
}

/** What is kept of a code. */
export function codeHashOf(code: string): string {
  return createHash('sha256').update(`dung-hen binding ${code}`).digest('hex');
}
