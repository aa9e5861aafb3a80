import { clockText } from './moment-words.ts';
import { count } from './numbers.ts';

/** What channels without buttons, and with short messages, add to a reply. */
export const NUMBERED_WORDS = {
  /** How to take one of so many numbered choices. */
  howToChoose(choices: number, mention: MentionNeeded): string {
    const numbers = numbersText(choices);
    switch (mention) {
      case 'always':
        return `Nhắc tên bot rồi trả lời ${numbers}.`;
      case 'inGroups':
        return `Trả lời ${numbers} (trong nhóm: nhắc tên bot trước).`;
      case 'never':
        return `Trả lời ${numbers}.`;
    }
  },

  /** Lines left out of an answer that cannot be seen anywhere. */
  more: (lines: number): string => `… còn ${count(lines)} dòng nữa`,

  /** The same where the whole answer is under an address. */
  moreAt: (lines: number, { url, until }: At): string =>
    `… còn ${count(lines)} dòng nữa, xem đủ (đến ${clockText(until)}): ${url}`,

  /** Where the table that goes with an answer is. */
  fileAt: ({ url, until }: At): string => `Tệp Excel (tải được đến ${clockText(until)}): ${url}`,
};

/** Whether an answer reaches the bot only when it names it; `inGroups`: nobody knows whether this chat is one. */
export type MentionNeeded = 'always' | 'inGroups' | 'never';

type At = { readonly url: string; readonly until: Temporal.Instant };

/** The words a channel without buttons is given. */
export type NumberedWords = typeof NUMBERED_WORDS;

/** "1", "1 hoặc 2", "1, 2 hoặc 3", "số từ 1 đến 7". */
function numbersText(choices: number): string {
  if (choices > 4) return `số từ 1 đến ${count(choices)}`;
  const numbers = Array.from({ length: choices }, (_, index) => String(index + 1));
  const last = numbers.at(-1) ?? '';
  return numbers.length < 2 ? last : `${numbers.slice(0, -1).join(', ')} hoặc ${last}`;
}
