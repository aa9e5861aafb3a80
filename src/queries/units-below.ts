import type { Agency } from '../agencies/agency.ts';
import { belongingTo } from '../agencies/members.ts';
import { branchOf } from '../agencies/place.ts';
import type { DueCounts } from '../dossiers/store.ts';
import type { DueKnowledge } from './due-knowledge.ts';

/** One of the agencies below the one asked about. */
export type DueUnit = { readonly agency: Agency; readonly counts: DueCounts };

/** The agencies that handle dossiers themselves and answer to one: not the land office of a district, which is a department's. */
export function unitsBelow(
  agency: Agency,
  { directory }: Pick<DueKnowledge, 'directory'>,
): readonly Agency[] {
  const beside = unitBeside(agency, { directory });
  return belongingTo(directory, agency.id).filter(
    ({ id }) => id !== beside?.id && directory.children(id).length === 0,
  );
}

/** The office on the place of a district that answers to somebody else; null where there is none. */
export function unitBeside(
  { id, level }: Agency,
  { directory }: Pick<DueKnowledge, 'directory'>,
): Agency | null {
  return level === 'district' ? branchOf(directory, id) : null;
}

/** More overdue first; among equals what presses more. */
export function worstFirst({ counts: a }: DueUnit, { counts: b }: DueUnit): number {
  return b.overdue - a.overdue || b.today - a.today || b.one - a.one || b.three - a.three;
}
