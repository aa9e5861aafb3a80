import type { Agency, Directory, Level } from '../agencies/agency.ts';
import { placeNameOf } from '../agencies/type-words.ts';
import { fold } from '../vietnamese/fold.ts';
import { editDistance } from './edit-distance.ts';

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

type Named = { readonly agency: Agency; readonly names: readonly string[] };
type Offer = { readonly agency: Agency; readonly away: number };

/**
 * Whom to name where nobody bears what was typed: names that begin with it, names that have it among their words, then
 * `nearest`, then names with some of its words, then those most alike; at most three. Words that are like no name have none.
 */
export function suggestAgencies(
  text: string,
  nearest: readonly Agency[],
  directory: Directory,
): readonly Agency[] {
  const typed = fold(text);
  // Blocks are offered all together.
  if (typed === '' || typed.startsWith('khoi ')) return nearest;
  const all = directory.agencies.map(named);
  const sure = [
    ...bestOf(all, (name) => goesOn(name, typed)),
    ...bestOf(all, (name) => contains(name, typed)),
  ];
  const found = new Set([...sure, ...nearest]);
  const telling = wordsOf(typed)
    .filter((word) => !OF_ANYTHING.has(word))
    .join(' ');
  if (found.size < MOST && telling !== '') {
    // Without its "Sở" a department is everyday words; with it nothing else is meant.
    const isOffice = typed.startsWith('so ');
    const alike = all.filter(({ agency }) => (agency.level === 'department') === isOffice);
    const limit = isOffice ? 1 : MOST_WRONG;
    for (const agency of bestOf(alike, (name) => unlikeness(name, telling, limit))) {
      found.add(agency);
    }
  }
  return [...found].slice(0, MOST);
}

function named(agency: Agency): Named {
  const { name, shortName, aliases, printedNames } = agency;
  const place = placeNameOf(name)?.place ?? name.replace(/^Sở /u, '');
  return {
    agency,
    names: [
      ...new Set(
        [place, shortName, name.replace(/^UBND /u, ''), ...aliases, ...printedNames].map(fold),
      ),
    ],
  };
}

/** The best few by how far the nearest of their names is; null is too far. */
function bestOf(
  all: readonly Named[],
  farness: (name: string) => number | null,
): readonly Agency[] {
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
function goesOn(name: string, typed: string): number | null {
  return name.startsWith(`${typed} `) ? wordsOf(name).length : null;
}

function contains(name: string, typed: string): number | null {
  return ` ${name} `.includes(` ${typed} `) ? wordsOf(name).length : null;
}

/** Letters wrong in relation to the length; every word of its own that a name shares counts for it. */
function unlikeness(name: string, typed: string, limit: number): number | null {
  const words = wordsOf(typed);
  const others = new Set(wordsOf(name));
  const shared = words.filter((word) => others.has(word) && !OF_ANYTHING.has(word)).length;
  const [one, other] = [joined(name), joined(typed)];
  const longest = Math.max(one.length, other.length);
  const isFar = Math.abs(one.length - other.length) > longest * limit;
  if (isFar && shared === 0) return null;
  const wrong = editDistance(one, other) / longest;
  return wrong >= limit && shared === 0 ? null : wrong - shared / words.length;
}

function wordsOf(folded: string): readonly string[] {
  return folded.split(' ');
}

function joined(folded: string): string {
  return folded.replaceAll(' ', '');
}
