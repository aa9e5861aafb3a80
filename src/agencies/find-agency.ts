import type { Directory } from './agency.ts';
import { allSpellings } from './all-spellings.ts';
import { readingChooser } from './choose-reading.ts';
import type { AgencyFinder, Finding, FindingContext } from './finding.ts';
import { betterMarked, guessAgency } from './guess-agency.ts';
import {
  agenciesOf,
  bestOf,
  findingFor,
  sharingTheirName,
  tellingPart,
  typedText,
} from './literal-name.ts';
import type { Typed } from './literal-name.ts';
import { indexNames } from './name-index.ts';
import type { IndexedSpelling } from './name-index.ts';
import { placeEndings } from './place-endings.ts';
import { isOnlyTypeWords } from './type-words.ts';

/** A finder that also tells what is spelled right from what would have to be guessed. */
export type AgencyReader = AgencyFinder & {
  /** Like `find`, but null unless the text is a name as people write it (marks may be missing). */
  readName(text: string, context: FindingContext): Finding | null;
  /** The same, with the place it lies in behind the name allowed: "phường Vạn Thạnh Nha Trang". */
  readWithPlace(text: string, context: FindingContext): Finding | null;
  /** False when no name begins like the text, which is quickly known. */
  mayBeginName(text: string): boolean;
};

/** Longer texts are no names; people may type anything. */
const LONGEST_NAME = 80;
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
  const shared = sharingTheirName(names.all);

  function settle(
    typed: Typed,
    found: readonly IndexedSpelling[],
    context: FindingContext,
  ): Finding | null {
    if (found.length === 0) return null;
    const best = bestOf(found, typed);
    const rival = betterMarked(typed, best, { names, choose, context });
    if (rival !== null) return rival;
    return findingFor(choose(agenciesOf(best), context), (agency) => {
      const spelling = best.find((one) => one.agency === agency);
      return spelling === undefined ? 'exact' : tellingPart(spelling, typed, shared.has(agency.id));
    });
  }
  function readName(typed: Typed, context: FindingContext): Finding | null {
    return isName(typed) ? settle(typed, names.literal(typed.letters), context) : null;
  }
  function readWithPlace(typed: Typed, context: FindingContext): Finding | null {
    const found = readName(typed, context);
    return found ?? (isName(typed) ? settle(typed, readEnding(typed.text), context) : null);
  }
  return {
    readName: (text, context) => readName(typedText(text), context),
    readWithPlace: (text, context) => readWithPlace(typedText(text), context),
    mayBeginName: (text) => names.mayBegin(typedText(text).letters),
    find(text, context) {
      const typed = typedText(text);
      const found = readWithPlace(typed, context);
      if (found !== null) return found;
      if (!isName(typed) || isOnlyTypeWords(text)) return UNKNOWN;
      return guessAgency(typed, { names, choose, context });
    },
  };
}

function isName({ letters }: Typed): boolean {
  return letters.length > 0 && letters.length <= LONGEST_NAME;
}
