import { fold } from '../vietnamese/fold.ts';
import { lettersOf } from '../vietnamese/letters.ts';
import type { Agency, AgencyId, Directory } from './agency.ts';
import { belongingTo } from './members.ts';
import { indexNames } from './name-index.ts';
import type { IndexedSpelling, NameIndex } from './name-index.ts';
import type { Spelling } from './spelling.ts';
import { wordsIn } from './words.ts';

/** Reads "phường Vạn Thạnh Nha Trang", "Sở Y tế tỉnh": a name followed by the place it belongs to. */
export type PlaceEndings = (text: string) => readonly IndexedSpelling[];

/**
 * Prepares the reading of names that end in their district, their former province or the province. Only agencies that
 * do belong to the place are read, so nothing typed is dropped without having been understood.
 */
export function placeEndings(
  directory: Directory,
  spellings: readonly Spelling[],
  names: NameIndex,
): PlaceEndings {
  const containers = directory.agencies.filter(isContainer);
  const members = new Map(
    containers.map((agency) => [agency.id, membersOfPlace(directory, agency)]),
  );
  const endings = indexNames(
    spellings
      .filter(({ agency }) => members.has(agency.id))
      .filter(namesAPlace)
      .flatMap(linked),
  );
  const lastWords = new Set(
    endings.all.flatMap(({ text, base }) => [fold(text).split(' ').at(-1), base]),
  );
  return (text) => {
    const words = wordsIn(text);
    // Nearly every text ends in no place; looking that up first keeps sentences quick to read.
    if (!lastWords.has(fold(words.at(-1) ?? ''))) return [];
    for (let at = 1; at < words.length; at += 1) {
      const places = endings.literal(lettersOf(words.slice(at).join('')));
      const found =
        places.length === 0 ? [] : names.literal(lettersOf(words.slice(0, at).join('')));
      const inside = found.filter((name) =>
        places.some(({ agency }) => members.get(agency.id)?.has(name.agency.id)),
      );
      if (inside.length > 0) return inside;
    }
    return [];
  };
}

/** "toàn tỉnh" and "UBND tỉnh" behind a name are not the place it lies in. */
function namesAPlace({ agency, kind, text }: Spelling): boolean {
  if (agency.level === 'group') return kind === 'alias' || kind === 'bare';
  return kind === 'bare' || kind === 'typed' || text === agency.name;
}

function isContainer({ level, memberLevel, parent }: Agency): boolean {
  if (level === 'province' || level === 'district') return true;
  return level === 'group' && memberLevel === 'commune' && parent === null;
}

function membersOfPlace(directory: Directory, place: Agency): ReadonlySet<AgencyId> {
  const { id, level } = place;
  const members = level === 'province' ? directory.agencies : belongingTo(directory, id);
  return new Set(members.map((agency) => agency.id).filter((member) => member !== id));
}

function linked(spelling: Spelling): readonly Spelling[] {
  return ['', 'của', 'thuộc', 'ở'].map((link) => ({
    ...spelling,
    text: `${link} ${spelling.text}`,
  }));
}
