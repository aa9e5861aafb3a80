import { baseText, lettersOf } from '../vietnamese/letters.ts';
import type { Agency } from './agency.ts';
import type { Choice, ReadingChooser } from './choose-reading.ts';
import type { Finding, FindingContext } from './finding.ts';
import { agenciesOf, isExactly, isWrittenOut } from './literal-name.ts';
import type { Typed } from './literal-name.ts';
import type { IndexedSpelling, NameIndex, NearSpelling } from './name-index.ts';
import { goingOn, nearestTo } from './nearest-agencies.ts';
import { wordsIn } from './words.ts';

/** What a guess is made with. */
export type Guessing = {
  readonly names: NameIndex;
  readonly choose: ReadingChooser;
  readonly context: FindingContext;
};

/** Below this many letters one slip makes too many names out of each other. */
const SHORTEST_GUESS = 5;
const MOST_CANDIDATES = 6;
/** Longer words are more than two slips away from not being there. */
const LONGEST_EXTRA = 2;

/** What a text may mean that is no name as it stands: one slip away from one name only is found, otherwise people choose. */
export function guessAgency(typed: Typed, guessing: Guessing): Finding {
  const { names } = guessing;
  const near = names.near(typed.letters);
  const oneSlip = near
    .filter(({ slips }) => slips === 1)
    .map(({ spelling }) => spelling)
    .filter(isWrittenOut(typed));
  const isGuessable = typed.letters.length >= SHORTEST_GUESS && !hasWordTooMany(typed.text, names);
  const longer = isGuessable ? goingOn(typed, names) : [];
  const neighbour =
    isGuessable && longer.length === 0 ? onlyNeighbour(near, oneSlip, guessing) : null;
  if (neighbour !== null) return neighbour;
  const contradicted = names.sameLetters(typed.letters).filter(isWrittenOut(typed));
  if (contradicted.length > 0) return ask([...contradicted, ...oneSlip], guessing);
  return isGuessable && oneSlip.length > 0
    ? ask([...longer, ...worthAsking(near)], guessing)
    : { kind: 'unknown', nearest: nearestTo(typed, near, guessing) };
}

/**
 * A name read with some marks missing may be a slip in another name whose marks fit better: "Cam Lâp" is Cam Lập
 * without its tone, or Cam Lâm with a wrong letter. Then people choose; null when there is no such name. Where a place
 * was read behind the name, any other name one slip away is a rival.
 */
export function betterMarked(
  typed: Typed,
  found: readonly IndexedSpelling[],
  guessing: Guessing,
): Finding | null {
  const isWhole = found.some(({ letters }) => letters.length === typed.letters.length);
  if (isWhole && !typed.marked && found.every(isMisprint))
    return misprinted(typed, found, guessing);
  const isExact = found.some((spelling) => isExactly(spelling, typed));
  if (isWhole && (!typed.marked || isExact)) return null;
  const fewest = isWhole ? Math.min(...found.map(({ marks }) => marks)) : Infinity;
  const agencies = new Set(agenciesOf(found));
  const rivals = guessing.names
    .near(typed.letters)
    .filter(({ slips, spelling }) => slips === 1 && !agencies.has(spelling.agency))
    .map(({ spelling }) => spelling)
    .filter(({ marks }) => marks < fewest);
  return rivals.length === 0 ? null : ask([...found, ...rivals], guessing);
}

/** "Cam Lộ" is how a table prints Cam Lộc: without marks it may as well be a slip in Cam Lợi. */
function isMisprint({ agency, base, kind }: IndexedSpelling): boolean {
  const { printedNames, name, shortName, aliases } = agency;
  const isOf = (one: string) => baseText(lettersOf(one)).endsWith(base);
  return (
    kind !== 'alias' &&
    kind !== 'full' &&
    printedNames.some(isOf) &&
    ![name, shortName, ...aliases].some(isOf)
  );
}

function misprinted(
  typed: Typed,
  found: readonly IndexedSpelling[],
  guessing: Guessing,
): Finding | null {
  const agencies = new Set(agenciesOf(found));
  const rivals = guessing.names
    .near(typed.letters)
    .filter(({ slips }) => slips === 1)
    .map(({ spelling }) => spelling)
    .filter(isWrittenOut(typed))
    .filter(({ agency }) => !agencies.has(agency));
  return rivals.length === 0 ? null : ask([...found, ...rivals], guessing);
}

/**
 * The agency of the only name one slip away, provided that no other name is within two: two slips in a neighbour's name
 * must not end here. Other agencies of the very same words are its other readings, also with a one-letter type
 * before them ("P. Nha Trang"). Plain words with a slip in them are asked about even so.
 */
function onlyNeighbour(
  near: readonly NearSpelling[],
  oneSlip: readonly IndexedSpelling[],
  { choose, context }: Guessing,
): Finding | null {
  const base = oneSlip[0]?.base;
  if (base === undefined) return null;
  const sameWords = oneSlip.filter((spelling) => spelling.base === base);
  const readings = agenciesOf(sameWords);
  const choice = choose(readings, context);
  if (choice.kind === 'several') return null;
  const isReading = ({ spelling, slips }: NearSpelling): boolean =>
    readings.includes(spelling.agency) &&
    (spelling.base === base || (spelling.kind === 'initial' && slips > 1));
  const isHarmless = (one: NearSpelling): boolean =>
    one.spelling.agency === choice.agency || isReading(one);
  if (!near.every(isHarmless)) return null;
  if (sameWords.every(isPlainWords)) return { kind: 'ask', candidates: readings };
  return { kind: 'found', agency: choice.agency, by: 'typo', others: choice.others };
}

/** A department without its "Sở" is everyday words: "Long Thương" may be a slip in "Công Thương", or no agency at all. */
function isPlainWords({ kind, agency }: IndexedSpelling): boolean {
  return kind === 'bare' && agency.level === 'department';
}

/** "Nha Trang ở": a short word before or behind what is a name is another word, not a slip of the keyboard. */
function hasWordTooMany(text: string, names: NameIndex): boolean {
  const words = wordsIn(text);
  if (words.length < 2) return false;
  const splits = [
    { extra: words.slice(0, 1), rest: words.slice(1) },
    { extra: words.slice(-1), rest: words.slice(0, -1) },
  ];
  return splits.some(
    ({ extra, rest }) =>
      lettersOf(extra.join('')).length <= LONGEST_EXTRA &&
      names.literal(lettersOf(rest.join(''))).length > 0,
  );
}

/** A type of one letter two slips away is nothing people would have typed. */
function worthAsking(near: readonly NearSpelling[]): readonly IndexedSpelling[] {
  return near
    .filter(({ spelling, slips }) => slips === 1 || spelling.kind !== 'initial')
    .map(({ spelling }) => spelling);
}

function ask(spellings: readonly IndexedSpelling[], guessing: Guessing): Finding {
  const candidates = headsOf(spellings, guessing).slice(0, MOST_CANDIDATES);
  return { kind: 'ask', candidates };
}

/** The agencies meant by each of several names, in the order of the names. */
function headsOf(
  spellings: readonly IndexedSpelling[],
  { choose, context }: Guessing,
): readonly Agency[] {
  const byWords = Map.groupBy(spellings, ({ base }) => base);
  const choices = [...byWords.values()].map((same) => choose(agenciesOf(same), context));
  return [...new Set(choices.flatMap(meant))];
}

function meant(choice: Choice): readonly Agency[] {
  return choice.kind === 'one' ? [choice.agency] : choice.agencies;
}
