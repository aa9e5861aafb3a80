/** Longer texts are no names of procedures, steps or offices, whatever their column is called. */
export const LONGEST_TEXT = 1_000;

const EMAIL = /[^\s@<>()]+@[^\s@<>()]+/gu;
/** Papers and telephones: nine digits and more, however they are parted. Codes of procedures have seven. */
const LONG_NUMBER = /(?:\+|\b)\d(?:[\s.-]?\d){8,}\b/gu;

/** A text as it is kept: blanks as one, whole letters, and without addresses and numbers that belong to people. */
export function cleanText(text: string): string | null {
  const bare = text.replace(EMAIL, ' ').replace(LONG_NUMBER, ' ');
  const clean = (bare === text ? text : bare.replace(/\(\s*\)/gu, ' '))
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return clean === '' || /^[-–—]$/u.test(clean) ? null : clean;
}
