/**
 * Long runs of digits (phones, identity cards, codes of dossiers and of bindings), also in groups, and e-mail addresses.
 * Amounts of money stay: their groups are set apart by dots and begin with no zero.
 */
const PERSONAL =
  /[^\s@]+@[^\s@]+\.[^\s@]+|(?<![\d.])(?:0|84)(?:[ .-]?\d){8,}|(?<![\d.])\d(?:[ -]?\d){8,}|\d{6,}/gu;

const LONGEST = 1000;

/** What somebody typed, fit to be kept: cut, and without what may be about a person. People type such things unasked. */
export function withoutPersonal(text: string): string {
  return text.slice(0, LONGEST).replaceAll(PERSONAL, '[…]');
}
