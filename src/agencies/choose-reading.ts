import type { Agency, AgencyId, Directory } from './agency.ts';
import type { FindingContext } from './finding.ts';
import { belongingTo } from './members.ts';
import { successionStory } from './succession-story.ts';
import { placeNameOf } from './type-words.ts';

/** What words that several agencies share mean, and by which rule; `several` = nothing decides. */
export type Choice =
  | {
      readonly kind: 'one';
      readonly agency: Agency;
      readonly by: 'only' | 'home' | 'district' | 'standing';
      readonly others: readonly Agency[];
    }
  | { readonly kind: 'several'; readonly agencies: readonly Agency[] };

/** Chooses among the agencies that the same words name; at least one is given. */
export type ReadingChooser = (agencies: readonly Agency[], context: FindingContext) => Choice;

/**
 * The rules, in this order: the chat's own agency or one belonging to it; the district office where the words are the
 * name of a district; the unit with figures where a later unit of the same type that came out of it took over the name.
 * A later unit elsewhere (xã Ninh Sơn of the former Ninh Thuận) is another one. The province as home decides nothing,
 * because everything belongs to it.
 */
export function readingChooser(directory: Directory): ReadingChooser {
  const homes = new Map<AgencyId, ReadonlySet<AgencyId>>();

  function homeOf(id: AgencyId): ReadonlySet<AgencyId> {
    const known = homes.get(id);
    if (known !== undefined) return known;
    const home = new Set([id, ...belongingTo(directory, id).map((agency) => agency.id)]);
    homes.set(id, home);
    return home;
  }
  return (agencies, { home }) => {
    if (home === null || home === directory.province.id || agencies.length === 1) {
      return byName(agencies);
    }
    const own = agencies.filter(({ id }) => homeOf(home).has(id));
    if (own.length === 0 || own.length === agencies.length) return byName(agencies);
    const choice = byName(own);
    return choice.kind === 'one' ? one(choice.agency, 'home', agencies) : choice;
  };

  function byName(named: readonly Agency[]): Choice {
    const [first] = named;
    if (named.length === 1 && first !== undefined) return one(first, 'only', named);
    const districts = named.filter(({ level }) => level === 'district');
    const [district] = districts;
    if (district !== undefined && districts.length === 1) return one(district, 'district', named);
    const standing = standingFor(named);
    return standing === null || !named.every((other) => areOneStory(standing, other))
      ? { kind: 'several', agencies: named }
      : one(standing, 'standing', named);
  }
  /** Whether one of them became the other, or a part of it. */
  function areOneStory(a: Agency, b: Agency): boolean {
    return a.id === b.id || became(a, b) || became(b, a);
  }
  function became(from: Agency, into: Agency): boolean {
    return successionStory(directory, from.id).became.some(({ to }) => to === into.id);
  }
}

/** Of units of one type that carried the name one after the other: the one with figures, else today's. */
function standingFor(agencies: readonly Agency[]): Agency | null {
  const types = new Set(agencies.map(typeOf));
  if (types.size > 1) return null;
  const withFigures = agencies.filter(({ officialPath }) => officialPath !== null);
  const preferred =
    withFigures.length > 0 ? withFigures : agencies.filter(({ validTo }) => validTo === null);
  return preferred.length === 1 ? (preferred[0] ?? null) : null;
}

function typeOf({ name, level }: Agency): string {
  return `${level} ${placeNameOf(name)?.type ?? ''}`;
}

function one(
  agency: Agency,
  by: 'only' | 'home' | 'district' | 'standing',
  all: readonly Agency[],
): Choice {
  return { kind: 'one', agency, by, others: all.filter(({ id }) => id !== agency.id) };
}
