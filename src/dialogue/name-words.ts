import type { Agency, Directory } from '../agencies/agency.ts';
import { editDistance } from '../vietnamese/edit-distance.ts';
import { fold, hasMarks, withMarks } from '../vietnamese/fold.ts';

/** Which words, and which neighbours, occur in the names of the directory: what a phrase must not take from a name. */
export type NameWords = {
  /** Whether a word, as typed, stands in some name; typed marks must agree. */
  has(word: string): boolean;
  /** Whether some name has these two words side by side. */
  joins(left: string, right: string): boolean;
  /** Whether they stand so in the name of a department, where people put an "và" of their own ("Giao thông và Vận tải"). */
  joinsByAnd(left: string, right: string): boolean;
  /** Whether a folded word of at least four letters is a word of some name, or one slip behind its first letter away. */
  nearly(folded: string): boolean;
};

const SHORTEST_NEAR = 4;

/** Collects the words of all names, aliases included. */
export function nameWords(directory: Directory): NameWords {
  const words = new Set<string>();
  const pairs = new Set<string>();
  const officePairs = new Set<string>();
  // Some hundred words make up thousands of names.
  const spelt = new Map<string, { readonly folded: string; readonly marked: string }>();
  const speltAs = (word: string) => {
    const known = spelt.get(word) ?? { folded: fold(word), marked: withMarks(word) };
    spelt.set(word, known);
    return known;
  };
  for (const { name, isOffice } of directory.agencies.flatMap(namesOf)) {
    // Official tables call a group "Thuộc huyện …", but in a question "thuộc" says which agency it belongs to.
    const parts = name.replace(/^thuộc\s/iu, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    parts.forEach((word, index) => {
      const { folded, marked } = speltAs(word);
      words.add(marked).add(folded);
      const next = parts[index + 1];
      if (next === undefined) return;
      const pair = `${folded} ${speltAs(next).folded}`;
      pairs.add(pair);
      // "so tai": the word that begins all of these names is a number as often.
      if (isOffice && index > 0) officePairs.add(pair);
    });
  }
  const has = (word: string) => words.has(hasMarks(word) ? withMarks(word) : fold(word));
  const joinsIn = (known: ReadonlySet<string>) => (left: string, right: string) =>
    known.has(`${fold(left)} ${fold(right)}`) && has(left) && has(right);
  return {
    has,
    nearly: (folded) =>
      folded.length >= SHORTEST_NEAR && words.values().some((word) => isNear(word, folded)),
    joins: joinsIn(pairs),
    joinsByAnd: joinsIn(officePairs),
  };
}

/** The first letter is seldom wrong, and without it too many words are near to one another. */
function isNear(word: string, folded: string): boolean {
  if (word[0] !== folded[0] || Math.abs(word.length - folded.length) > 1) return false;
  return word.length >= SHORTEST_NEAR && editDistance(word, folded) <= 1;
}

type Name = { readonly name: string; readonly isOffice: boolean };

function namesOf(agency: Agency): readonly Name[] {
  const { name, shortName, printedNames, aliases, level } = agency;
  // "NN&PTNT" is also written "NN và PTNT".
  const names = [name, shortName, ...printedNames, ...aliases].flatMap((each) =>
    each.includes('&') ? [each, each.replaceAll('&', ' và ')] : [each],
  );
  const isOffice = level === 'department';
  return names.map((each) => ({ name: each, isOffice: isOffice && each === name }));
}
