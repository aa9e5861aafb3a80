import type { TextStyle, TextStyleCode } from './bot-api.ts';

/** A stretch of text that looks the same throughout. */
export type StyledRun = { readonly text: string; readonly styles?: readonly TextStyleCode[] };

/** Runs put together: the text, and where each style begins and how far it goes, in UTF-16 units. */
export function textWithStyles(runs: readonly StyledRun[]): {
  readonly text: string;
  readonly textStyles: readonly TextStyle[];
} {
  const textStyles: TextStyle[] = [];
  let text = '';
  for (const run of runs) {
    const styles = run.styles ?? [];
    if (styles.length > 0 && run.text !== '') {
      textStyles.push({ start: text.length, length: run.text.length, styles });
    }
    text += run.text;
  }
  return { text, textStyles };
}

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
