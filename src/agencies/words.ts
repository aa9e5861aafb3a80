/** A word of a text and where it stands in the NFC form of the text. */
export type Word = { readonly text: string; readonly start: number; readonly end: number };

/** The words of a text, in order; signs between them are left out. */
export function wordsIn(text: string): readonly Word[] {
  return Array.from(text.normalize('NFC').matchAll(/[\p{L}\p{M}\p{N}]+/gu), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
