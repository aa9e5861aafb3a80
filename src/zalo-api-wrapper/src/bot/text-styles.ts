import type { TextStyle } from './bot-api.ts';

/** What is wrong with styles for a text, or null: a stretch that is empty, lies outside or cuts a letter in two. */
export function problemOfStyles(text: string, styles: readonly TextStyle[]): string | null {
  for (const { start, length } of styles) {
    const end = start + length;
    if (!Number.isInteger(start) || !Number.isInteger(length)) return 'style-not-whole';
    if (start < 0 || length < 1 || end > text.length) return 'style-outside-text';
    if (isInsidePair(text, start) || isInsidePair(text, end)) return 'style-cuts-letter';
  }
  return null;
}

/** Between the two halves of a letter beyond the first 65,536. */
function isInsidePair(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));
}
