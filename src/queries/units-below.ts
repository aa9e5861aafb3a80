import type { Agency } from '../agencies/agency.ts';
import { belongingTo } from '../agencies/members.ts';
import type { DueCounts } from '../dossiers/store.ts';
import type { DueKnowledge } from './due-knowledge.ts';

/** One of the agencies below the one asked about. */
export type DueUnit = { readonly agency: Agency; readonly counts: DueCounts };

/** The agencies that handle dossiers themselves and lie below one. */
export function unitsBelow(
  agency: Agency,
  { directory }: Pick<DueKnowledge, 'directory'>,
): readonly Agency[] {
  return belongingTo(directory, agency.id).filter(({ id }) => directory.children(id).length === 0);
}

/** More overdue first; among equals what presses more. */
export function worstFirst({ counts: a }: DueUnit, { counts: b }: DueUnit): number {
  return b.overdue - a.overdue || b.today - a.today || b.one - a.one || b.three - a.three;
}
