import {
  bagDistance,
  baseText,
  letterBag,
  lettersOf,
  marksIn,
  standsFor,
} from '../vietnamese/letters.ts';
import type { Letter, LetterBag } from '../vietnamese/letters.ts';
import { MOST_SLIPS, slipsBetween } from '../vietnamese/slips.ts';
import type { Spelling } from './spelling.ts';

/** A spelling with what comparing needs, computed once. */
export type IndexedSpelling = Spelling & {
  readonly letters: readonly Letter[];
  /** The letters without marks: equal for everything that is the same when marks are left out. */
  readonly base: string;
  readonly marks: number;
  readonly bag: LetterBag;
};

/** A spelling that is 1 or 2 slips away from what was typed. */
export type NearSpelling = { readonly spelling: IndexedSpelling; readonly slips: number };

/** All spellings of a directory, to be looked up by what was typed. */
export type NameIndex = {
  readonly all: readonly IndexedSpelling[];
  /** Spellings with these letters, whatever the marks. */
  sameLetters(typed: readonly Letter[]): readonly IndexedSpelling[];
  /** Spellings with these letters and all the marks that were typed. */
  literal(typed: readonly Letter[]): readonly IndexedSpelling[];
  /** Spellings at most two slips away, the nearest first. */
  near(typed: readonly Letter[]): readonly NearSpelling[];
  /** Whether any spelling begins like this: a quick no for most words of a sentence. */
  mayBegin(typed: readonly Letter[]): boolean;
  /** Spellings that go on after these letters; at least `SHORTEST_BEGINNING` of them are needed. */
  startingWith(typed: readonly Letter[]): readonly IndexedSpelling[];
};

/** Fewer letters are the beginning of nearly anything. */
export const SHORTEST_BEGINNING = 3;

/** Prepares the look-ups: a map for what is spelled right, groups by length for what is not. */
export function indexNames(spellings: readonly Spelling[]): NameIndex {
  const indexed = spellings.map(withLetters);
  const byBase = Map.groupBy(indexed, ({ base }) => base);
  const byLength = Map.groupBy(indexed, ({ letters }) => letters.length);
  const byBeginning = Map.groupBy(indexed, ({ letters }) => beginningOf(letters));

  function sameLetters(typed: readonly Letter[]): readonly IndexedSpelling[] {
    return byBase.get(baseText(typed)) ?? [];
  }
  function near(typed: readonly Letter[]): NearSpelling[] {
    const found: NearSpelling[] = [];
    const bag = letterBag(typed);
    for (let length = typed.length - MOST_SLIPS; length <= typed.length + MOST_SLIPS; length += 1) {
      for (const spelling of byLength.get(length) ?? []) {
        // A wrong letter is one taken away and one added; this spares nearly all the exact comparing.
        if (bagDistance(bag, spelling.bag) > 2 * MOST_SLIPS) continue;
        const slips = slipsBetween(typed, spelling.letters);
        if (slips <= MOST_SLIPS) found.push({ spelling, slips });
      }
    }
    return found.sort((one, other) => one.slips - other.slips);
  }
  return {
    all: indexed,
    sameLetters,
    literal: (typed) => sameLetters(typed).filter(({ letters }) => allStandFor(typed, letters)),
    near,
    mayBegin: (typed) => typed.length < SHORTEST_BEGINNING || byBeginning.has(beginningOf(typed)),
    startingWith: (typed) =>
      (byBeginning.get(beginningOf(typed)) ?? []).filter(({ letters }) =>
        allStandFor(typed, letters),
      ),
  };
}

function withLetters(spelling: Spelling): IndexedSpelling {
  const letters = lettersOf(spelling.text);
  return {
    ...spelling,
    letters,
    base: baseText(letters),
    marks: marksIn(letters),
    bag: letterBag(letters),
  };
}

function beginningOf(letters: readonly Letter[]): string {
  return baseText(letters.slice(0, SHORTEST_BEGINNING));
}

function allStandFor(typed: readonly Letter[], named: readonly Letter[]): boolean {
  return typed.every((each, at) => standsFor(each, named[at] ?? 0));
}
