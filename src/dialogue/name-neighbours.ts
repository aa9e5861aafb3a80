import { fold } from '../vietnamese/fold.ts';
import type { NamePart } from './name-runs.ts';
import type { NameWords } from './name-words.ts';

/**
 * Whether a word nothing was made of, right beside an agency's name, may be a part of the name: it stands in some
 * name itself or is one slip away from one, or is written with a capital like a name.
 */
export function couldBelongToName({ text, level }: NamePart, names: NameWords): boolean {
  if (level !== null) return true;
  if (/^\p{N}+$/u.test(text)) return false;
  return names.has(text) || /^\p{Lu}\p{Ll}/u.test(text) || names.nearly(fold(text));
}

/**
 * Whether a short unmarked word, among others that are no name, is more likely just that: "tinh", "thue", "bao" also
 * are names somewhere. Abbreviations have no vowels or are written large.
 */
export function isEverydayWord(text: string): boolean {
  return /^[a-z]{1,4}$/u.test(text) && /[aeiouy]/u.test(text);
}
