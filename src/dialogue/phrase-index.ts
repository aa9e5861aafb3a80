import { fold, hasMarks, withMarks } from '../vietnamese/fold.ts';
import { beginsRanking } from './grade-phrases.ts';
import { PARTS_OF_NAMES } from './parts-of-names.ts';
import { PHRASES } from './phrases.ts';
import type { Sense } from './sense.ts';
import type { Word } from './words.ts';

/** A phrase found in a sentence: how many words it takes, and what they mean; null if nothing to the grammar. */
export type PhraseFound = { readonly length: number; readonly sense: Sense | null };

type Entry = {
  readonly words: readonly string[];
  /** The words with tone places made equal; empty where marks do not matter. */
  readonly marked: readonly string[];
  readonly marksNeeded: boolean;
  readonly sense: Sense | null;
};

/** Words shorter than this, written together, could be anything. */
const SHORTEST_JOINED = 5;

const BY_FIRST_WORD: ReadonlyMap<string, readonly Entry[]> = indexed();

/** The longest known phrase that begins at `words[at]`, in whatever marks it was typed. */
export function phraseAt(words: readonly Word[], at: number): PhraseFound | null {
  const first = words[at];
  if (first === undefined) return null;
  const found = (BY_FIRST_WORD.get(first.folded) ?? []).find(
    (entry) => matches(entry, words, at) && !isOfRanking(entry, words, at),
  );
  return found === undefined ? null : { length: found.words.length, sense: found.sense };
}

function isOfRanking({ words: phrase, sense }: Entry, words: readonly Word[], at: number): boolean {
  if (sense?.kind !== 'metric' || sense.metric !== 'reformIndex') return false;
  const [before, after] = [words.slice(0, at), words.slice(at + phrase.length)].map((some) =>
    some.map(({ folded }) => folded).join(' '),
  );
  return beginsRanking(phrase.join(' '), before ?? '', after ?? '');
}

function matches(entry: Entry, words: readonly Word[], at: number): boolean {
  return entry.words.every((word, offset) => {
    const typed = words[at + offset];
    return (
      typed?.folded === word && hasRightMarks(typed.text, entry.marked[offset], entry.marksNeeded)
    );
  });
}

function hasRightMarks(typed: string, marked: string | undefined, needed: boolean): boolean {
  if (marked === undefined) return true;
  return hasMarks(typed) ? withMarks(typed) === marked : !needed;
}

function indexed(): ReadonlyMap<string, readonly Entry[]> {
  const entries = [
    ...PHRASES.flatMap(([phrase, sense]) => entriesOf(phrase, sense)),
    ...PARTS_OF_NAMES.flatMap((phrase) => entriesOf(phrase, null)),
  ];
  const byFirst = Map.groupBy(entries, ({ words }) => words[0] ?? '');
  for (const group of byFirst.values()) group.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

function entriesOf(phrase: string, sense: Sense | null): readonly Entry[] {
  const words = fold(phrase).split(' ');
  const isSingle = words.length === 1;
  const isStrict = phrase.endsWith('!');
  const marked = isSingle || isStrict ? withMarks(phrase).split(' ') : [];
  const entry = { words, marked, marksNeeded: isSingle && isStrict, sense };
  const joined = words.join('');
  if (isSingle || joined.length < SHORTEST_JOINED) return [entry];
  return [entry, { ...entry, words: [joined], marked: [] }];
}
