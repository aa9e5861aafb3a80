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
import { placeEndings } from './place-endings.ts';
import { isOnlyTypeWords } from './type-words.ts';

/** A finder that also tells what is spelled right from what would have to be guessed. */
export type AgencyReader = AgencyFinder & {
  /** Like `find`, but null unless the text is a name as people write it (marks may be missing). */
  read(text: string, context: FindingContext): Finding | null;
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

  function readTyped(typed: Typed, context: FindingContext): Finding | null {
    const direct = names.literal(typed.letters);
    const found = direct.length > 0 ? direct : readEnding(typed.letters);
    if (found.length === 0) return null;
    const best = bestOf(found, typed);
    return (
      betterMarked(typed, best, { names, choose, context }) ??
      findingFor(choose(agenciesOf(best), context), (agency) => {
        const spelling = best.find((one) => one.agency === agency);
        return spelling === undefined
          ? 'exact'
          : tellingPart(spelling, typed, shared.has(agency.id));
      })
    );
  }
  return {
    read(text, context) {
      const typed = typedText(text);
      return isName(typed) ? readTyped(typed, context) : null;
    },
    find(text, context) {
      const typed = typedText(text);
      if (!isName(typed)) return UNKNOWN;
      const found = readTyped(typed, context);
      if (found !== null) return found;
      if (isOnlyTypeWords(text)) return UNKNOWN;
      return guessAgency(typed, { names, choose, context });
    },
  };
}

function isName({ letters }: Typed): boolean {
  return letters.length > 0 && letters.length <= LONGEST_NAME;
}
