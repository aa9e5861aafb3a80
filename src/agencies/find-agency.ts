import type { Directory } from './agency.ts';
import { allSpellings } from './all-spellings.ts';
import { readingChooser } from './choose-reading.ts';
import { districtInitials } from './district-initials.ts';
import type { AgencyFinder, Finding, FindingContext } from './finding.ts';
import { guessAgency } from './guess-agency.ts';
import { isName, typedText } from './literal-name.ts';
import { indexNames } from './name-index.ts';
import { nameReader } from './name-reader.ts';
import { placeEndings } from './place-endings.ts';
import { agencySuggester, type Suggest } from './suggested-agencies.ts';
import { isOnlyTypeWords } from './type-words.ts';

/** A finder that also tells what is spelled right from what would have to be guessed. */
export type AgencyReader = AgencyFinder & {
  /** Like `find`, but null unless the text is a name as people write it (marks may be missing). */
  readName(text: string, context: FindingContext): Finding | null;
  /** The same, with the place it lies in behind the name allowed: "phường Vạn Thạnh Nha Trang". */
  readWithPlace(text: string, context: FindingContext): Finding | null;
  /** False when no name begins like the text, which is quickly known. */
  mayBeginName(text: string): boolean;
  readonly suggest: Suggest;
};

const UNKNOWN: Finding = { kind: 'unknown', nearest: [] };

/**
 * Finds agencies by what people type. What is spelled right is looked up; what is not is found only when no other
 * agency's name is within two slips of the keyboard, because a wrong agency must never be answered silently.
 */
export function agencyFinder(directory: Directory): AgencyReader {
  const spellings = allSpellings(directory);
  const names = indexNames(spellings);
  const choose = readingChooser(directory);
  const readEnding = placeEndings(directory, spellings, names);
  const reader = nameReader(directory, { names, choose, readEnding });
  const initials = districtInitials(directory);
  return {
    suggest: agencySuggester(directory),
    readName: (text, context) =>
      reader.readName(typedText(text), context) ?? initials.readName(text),
    readWithPlace: (text, context) =>
      reader.readWithPlace(typedText(text), context) ?? initials.readName(text),
    mayBeginName: (text) => names.mayBegin(typedText(text).letters) || initials.mayBegin(text),
    find(text, context) {
      const typed = typedText(text);
      const found = reader.readWithPlace(typed, context);
      if (found !== null) return found;
      const shortened = initials.readName(text) ?? initials.ask(text);
      if (shortened !== null) return shortened;
      if (!isName(typed) || isOnlyTypeWords(text)) return UNKNOWN;
      return guessAgency(typed, { names, choose, context });
    },
  };
}
