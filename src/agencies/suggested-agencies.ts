import { editDistance } from '../vietnamese/edit-distance.ts';
import { fold } from '../vietnamese/fold.ts';
import type { Agency, Directory, Level } from './agency.ts';
import { placeNameOf } from './type-words.ts';

const MOST = 3;
/** Shared words that many names begin with say nothing. */
const OF_ANYTHING = new Set(
  fold(
    'UBND ủy ban nhân dân sở ban cục chi nhánh văn phòng thành phố thị xã trấn huyện phường xã tỉnh và',
  ).split(' '),
);
/** Where equal names are near, the larger agency is meant more often. */
const LARGEST_FIRST: readonly Level[] = [
  'district',
  'department',
  'commune',
  'branch',
  'verticalSector',
  'group',
  'province',
];
/** Of its letters at most these parts may be wrong in a name that is offered. */
const MOST_WRONG = 0.5;

/** A name as it is compared: folded, in words, and without the gaps between them. */
type Name = { readonly folded: string; readonly words: readonly string[]; readonly joined: string };
type Named = { readonly agency: Agency; readonly names: readonly Name[] };
type Offer = { readonly agency: Agency; readonly away: number };

/**
 * Whom to name to a person whose words are known to be meant for an agency and are nobody's name, best first, at most
 * three. `nearest` in a `Finding` is closer: near enough to tell that words nobody knows are meant for an agency at all.
 */
export type Suggest = (text: string, nearest: readonly Agency[]) => readonly Agency[];

/**
 * Suggests names that go on after the words, then names that have them inside, then the nearest; where those are fewer
 * than three, also names that share words with them or half of their letters.
 */
export function agencySuggester({ agencies }: Directory): Suggest {
  // Most starts of the program never need them.
  let prepared: readonly Named[] | null = null;
  return (text, nearest) => {
    const typed = nameOf(fold(text));
    // Blocks are offered all together.
    if (typed.folded === '' || typed.folded.startsWith('khoi ')) return nearest;
    const all = (prepared ??= agencies.map(named));
    const sure = [
      ...bestOf(all, (name) => goesOn(name, typed)),
      ...bestOf(all, (name) => contains(name, typed)),
    ];
    const found = new Set([...sure, ...nearest]);
    const further = found.size < MOST ? alikeAmong(all, typed) : [];
    return [...new Set([...found, ...further])].slice(0, MOST);
  };
}

/** Names that share words with what was typed, or half of their letters. */
function alikeAmong(all: readonly Named[], typed: Name): readonly Agency[] {
  const telling = nameOf(typed.words.filter((word) => !OF_ANYTHING.has(word)).join(' '));
  if (telling.folded === '') return [];
  // Without its "Sở" a department is everyday words; with it nothing else is meant.
  const isOffice = typed.folded.startsWith('so ');
  const limit = isOffice ? 1 : MOST_WRONG;
  return bestOf(
    all.filter(({ agency }) => (agency.level === 'department') === isOffice),
    (name) => unlikeness(name, telling, limit),
  );
}

function named(agency: Agency): Named {
  const { name, shortName, aliases, printedNames } = agency;
  const place = placeNameOf(name)?.place ?? name.replace(/^Sở /u, '');
  const all = [place, shortName, name.replace(/^UBND /u, ''), ...aliases, ...printedNames];
  return { agency, names: Array.from(new Set(all.map(fold)), nameOf) };
}

function nameOf(folded: string): Name {
  return { folded, words: folded.split(' '), joined: folded.replaceAll(' ', '') };
}

/** The best few by how far the nearest of their names is; null is too far. */
function bestOf(all: readonly Named[], farness: (name: Name) => number | null): readonly Agency[] {
  const offers = all.flatMap(({ agency, names }): readonly Offer[] => {
    const away = names.flatMap((name) => farness(name) ?? []);
    return away.length === 0 ? [] : [{ agency, away: Math.min(...away) }];
  });
  return offers
    .sort((one, other) => one.away - other.away || sizeOf(one.agency) - sizeOf(other.agency))
    .slice(0, MOST)
    .map(({ agency }) => agency);
}

function sizeOf({ level, validTo }: Agency): number {
  return LARGEST_FIRST.indexOf(level) + (validTo === null ? 0 : 0.5);
}

/** By the words that follow: "Cam Hải" is nearer to "Cam Hải Đông" than to a longer name. */
function goesOn({ folded, words }: Name, typed: Name): number | null {
  return folded.startsWith(`${typed.folded} `) ? words.length : null;
}

function contains({ folded, words }: Name, typed: Name): number | null {
  return ` ${folded} `.includes(` ${typed.folded} `) ? words.length : null;
}

/** Letters wrong in relation to the length; every word of its own that a name shares counts for it. */
function unlikeness(name: Name, typed: Name, limit: number): number | null {
  const shared = typed.words.filter((word) => name.words.includes(word)).length;
  const longest = Math.max(name.joined.length, typed.joined.length);
  const isFar = Math.abs(name.joined.length - typed.joined.length) > longest * limit;
  if (isFar && shared === 0) return null;
  const wrong = editDistance(name.joined, typed.joined) / longest;
  return wrong >= limit && shared === 0 ? null : wrong - shared / typed.words.length;
}
