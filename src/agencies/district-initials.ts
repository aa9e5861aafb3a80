import { fold } from '../vietnamese/fold.ts';
import type { Agency, Directory } from './agency.ts';
import type { Finding } from './finding.ts';
import { placeNameOf } from './type-words.ts';

/** Reads "huyện DK", "TX NH", "h. kv": districts by the first letters of their name. */
export type DistrictInitials = {
  /** With the word for their type they are a name; null for anything else. */
  readName(text: string): Finding | null;
  /** By themselves ("dk") they may be other words as well: people choose. Null for anything else. */
  ask(text: string): Finding | null;
  /** Whether a text may go on to such a name. */
  mayBegin(text: string): boolean;
};

/** Prepares the reading; which districts there are is the directory's to say. */
export function districtInitials({ agencies }: Directory): DistrictInitials {
  const entries = agencies.flatMap(entryOf);
  const typed = new Map(
    entries.flatMap(({ names, agency }) => names.map((name) => [name, agency])),
  );
  const alone = Map.groupBy(entries, ({ initials }) => initials);
  return {
    readName(text) {
      const agency = typed.get(fold(text));
      return agency === undefined ? null : { kind: 'found', agency, by: 'alias', others: [] };
    },
    ask(text) {
      const named = alone.get(fold(text));
      return named === undefined
        ? null
        : { kind: 'ask', candidates: named.map(({ agency }) => agency) };
    },
    mayBegin(text) {
      const begun = fold(text);
      return typed.keys().some((name) => name.startsWith(begun));
    },
  };
}

type Entry = {
  readonly initials: string;
  readonly names: readonly string[];
  readonly agency: Agency;
};

function entryOf(agency: Agency): readonly Entry[] {
  const name = agency.level === 'district' ? placeNameOf(agency.name) : null;
  if (name === null) return [];
  const words = fold(name.place).split(' ');
  if (words.length < 2) return [];
  const initials = words.map((word) => word.charAt(0)).join('');
  const types = [name.type, name.abbreviation].map(fold);
  const names = types.flatMap((type) => [`${type} ${initials}`, `ubnd ${type} ${initials}`]);
  // "tpnt" is one word to many; "hdk" could be anything.
  const joined = name.abbreviation.length > 1 ? [`${fold(name.abbreviation)}${initials}`] : [];
  return [{ initials, names: [...names, ...joined, `ubnd ${initials}`], agency }];
}
