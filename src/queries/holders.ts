import type { DueDossier } from '../dossiers/dossier.ts';
import type { DueKnowledge } from './due-knowledge.ts';
import { askDueList, type DueAsked, type DueList, type NoDossiers } from './due-list.ts';

/** A place where late dossiers are, and how many. */
export type Held = { readonly where: string; readonly count: number };

/** Who has the late dossiers of an agency and of those below it at this moment, as far as they may be seen. */
export type Holders = {
  readonly kind: 'holders';
  readonly list: DueList;
  /** By unit and step, of the agency itself; most first. */
  readonly desks: readonly Held[];
  /** By step, of all that may be looked into; most first. */
  readonly steps: readonly Held[];
  /** How many of those do not say their step. */
  readonly withoutStep: number;
};

/** Groups what is late by where it is; nothing but counts leaves here, so sensitive dossiers count too. */
export async function askHolders(
  knowledge: DueKnowledge,
  asked: Omit<DueAsked, 'only'>,
): Promise<Holders | NoDossiers> {
  const list = await askDueList(knowledge, { ...asked, only: 'overdue' });
  if (list.kind === 'noDossiers') return list;
  const { agency, view, now, units } = list;
  const ofOne = (id: typeof agency.id) => knowledge.dossiers.due(id, now);
  const own = view === 'counts' ? [] : await ofOne(agency.id);
  // Its own group sees of those below it how many there are, and nothing more.
  const seen = view === 'masked' ? units.filter(({ counts }) => counts.overdue > 0) : [];
  const below = (await Promise.all(seen.map((unit) => ofOne(unit.agency.id)))).flat();
  const all = [...own, ...below];
  return {
    kind: 'holders',
    list,
    desks: counted(own.map(placeOf)),
    steps: counted(all.map(({ step }) => step)),
    withoutStep: all.filter(({ step }) => step === null).length,
  };
}

/** "Phòng TNMT — Thẩm định". */
function placeOf({ handlingUnit, step }: DueDossier): string | null {
  const parts = [handlingUnit, step].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' — ');
}

function counted(places: readonly (string | null)[]): readonly Held[] {
  const known = places.filter((where) => where !== null);
  return Array.from(
    Map.groupBy(known, (where) => where),
    ([where, some]) => ({
      where,
      count: some.length,
    }),
  ).toSorted((a, b) => b.count - a.count);
}
