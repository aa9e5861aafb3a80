import { bare } from '../vietnamese/fold.ts';

/** One word of a sentence, with its place in the (NFC) text. */
export type Word = {
  readonly text: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
};

/** The words of an NFC text: runs of letters, marks and digits. What stands between them can be read off the places. */
export function wordsOf(text: string): readonly Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu), (match) => ({
    text: match[0],
    folded: bare(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
