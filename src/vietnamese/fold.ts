/** Combining tone marks of Vietnamese: huyền, sắc, ngã, hỏi, nặng. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** What may carry a mark: no letter of ASCII does, and they are most of any text. */
const MARKED = /\P{ASCII}/gu;

/**
 * Letters only, as people type them without a Vietnamese keyboard: lower case, no marks, đ → d, every run of
 * anything but letters and digits one space, trimmed. NFC and NFD give the same.
 */
export function fold(text: string): string {
  return bare(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The same without the spaces: who leaves them out, or puts one too many, types the same. */
export function foldJoined(text: string): string {
  return fold(text).replaceAll(' ', '');
}

/** Like `fold`, but keeps the length and position of every NFC character: for finding where something stands. */
export function bare(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(MARKED, bareCharacter);
}

/**
 * Equal for two spellings of the same marked text: case, NFC/NFD, spacing and the place of the tone mark
 * (Hòa = Hoà) do not matter, the marks themselves do (hoa ≠ hòa).
 */
export function withMarks(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.replace(TONES, '') + (word.match(TONES) ?? []).join(''))
    .join(' ');
}

/** Whether the text carries any Vietnamese mark (so that "exact with marks" means something). */
export function hasMarks(text: string): boolean {
  return /[đĐ]|\p{M}/u.test(text.normalize('NFD'));
}

function bareCharacter(character: string): string {
  const base = character.normalize('NFD').replace(/\p{M}/gu, '').replace('đ', 'd');
  return base.length === character.length ? base : character;
}
