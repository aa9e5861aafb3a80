import { lettersOf } from '../vietnamese/letters.ts';
import type { Agency } from './agency.ts';
import type { ReadingChooser } from './choose-reading.ts';
import type { FindingContext } from './finding.ts';
import { agenciesOf } from './literal-name.ts';
import type { Typed } from './literal-name.ts';
import { SHORTEST_BEGINNING } from './name-index.ts';
import type { IndexedSpelling, NameIndex, NearSpelling } from './name-index.ts';
import { wordsIn } from './words.ts';

const MOST_NEAREST = 3;
/** Fewer letters are two slips away from nearly anything. */
const SHORTEST_NEAR = 5;
const MOST_WORDS = 12;

/**
 * Agencies that may have been meant, best first, at most three: a name inside the text, names a slip or two away, names
 * that begin like it. Empty when nothing sensible offers itself.
 */
export function nearestTo(
  typed: Typed,
  near: readonly NearSpelling[],
  lookup: {
    readonly names: NameIndex;
    readonly choose: ReadingChooser;
    readonly context: FindingContext;
  },
): readonly Agency[] {
  const { names, choose, context } = lookup;
  const inside = meantBy(nameInside(typed.text, names));
  const beside =
    typed.letters.length < SHORTEST_NEAR ? [] : meantBy(near.map(({ spelling }) => spelling));
  const all = [...new Set([...inside, ...beside, ...beginningLike(typed, names)])];
  return all.slice(0, MOST_NEAREST);

  function meantBy(spellings: readonly IndexedSpelling[]): readonly Agency[] {
    const byWords = Map.groupBy(spellings, ({ base }) => base);
    return [...byWords.values()].flatMap((same) => {
      const choice = choose(agenciesOf(same), context);
      return choice.kind === 'one' ? [choice.agency, ...choice.others] : choice.agencies;
    });
  }
}

/** The longest name made of successive words of the text. */
function nameInside(text: string, names: NameIndex): readonly IndexedSpelling[] {
  const words = wordsIn(text).slice(0, MOST_WORDS);
  for (let length = words.length - 1; length > 0; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      const part = words.slice(start, start + length);
      const found = names.literal(lettersOf(part.join(' ')));
      if (found.length > 0) return found;
    }
  }
  return [];
}

/** Names that go on with further words after the text: "Cam Phúc" may be Cam Phúc Bắc or Cam Phúc Nam. */
export function goingOn({ letters }: Typed, names: NameIndex): readonly IndexedSpelling[] {
  if (letters.length < SHORTEST_BEGINNING) return [];
  return names
    .startingWith(letters)
    .filter(({ kind, text }) => kind === 'bare' && endsWord(text, letters.length));
}

function endsWord(text: string, length: number): boolean {
  let end = 0;
  return wordsIn(text)
    .slice(0, -1)
    .some((word) => (end += lettersOf(word).length) === length);
}

/** Names that go on after the text, if they are few enough to offer. */
function beginningLike({ letters }: Typed, names: NameIndex): readonly Agency[] {
  if (letters.length < SHORTEST_BEGINNING) return [];
  const agencies = agenciesOf(names.startingWith(letters));
  return agencies.length <= MOST_NEAREST ? agencies : [];
}
