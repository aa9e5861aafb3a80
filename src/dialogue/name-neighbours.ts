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
