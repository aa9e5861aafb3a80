import type { AgencyId, Directory } from '../agencies/agency.ts';
import { belongingTo } from '../agencies/members.ts';
import type { Right } from '../asking/commands.ts';
import type { Asker } from './asker.ts';
import type { AskerStanding } from './standing.ts';

/** Whether a chat or person may use commands of this kind. The one place where that is decided (design.md 2.4). */
export function mayUse(right: Right, { role, isKeeper }: AskerStanding): boolean {
  switch (right) {
    case 'anyone':
      return true;
    case 'figures':
      return role !== null;
    case 'dossiers':
    case 'subscribing':
      return role !== null && role !== 'guest';
    case 'keeping':
      return isKeeper;
  }
}

/** Whether what goes on in other chats may be told here: to a keeper alone, or in a group of keepers. */
export function mayHearOfOtherChats({ chatKind, standing }: Pick<Asker, 'chatKind' | 'standing'>) {
  return standing.isKeeper && (chatKind === 'private' || standing.role === 'keeper');
}

/**
 * How much of an agency's dossiers a chat may see. `whole`: as they are, with the desk that has them; `masked`: without
 * the desk, and of the code only its end (domain.md 10); `counts`: numbers only.
 */
export type DossierView = 'whole' | 'masked' | 'counts';

/**
 * Whether who sees so much of an agency's dossiers may be sent its digest, which names the groups that have not
 * acknowledged their list: leaders, and the agency's own group.
 */
export function mayHaveDigest(view: DossierView | null): boolean {
  return view === 'whole' || view === 'masked';
}

/**
 * How much of the dossiers of `agency` a chat may see when it asks; null = nothing. An agency's own group sees its own
 * whole and of all others the numbers, which are aggregates; leaders, staff and keepers see all, masked.
 */
export function dossierView(
  { role, agency: own }: AskerStanding,
  agency: AgencyId,
  directory: Directory,
): DossierView | null {
  if (role === null || role === 'guest') return null;
  if (role !== 'agency') return 'masked';
  if (own === null || !directory.has(own)) return null;
  return own === agency ? 'whole' : 'counts';
}

/**
 * How much of the dossiers of `agency` a chat may be sent unasked, and answers for; null = nothing. An agency's own group
 * is sent what concerns it: its own, and of what belongs to it the numbers.
 */
export function sentView(
  standing: AskerStanding,
  agency: AgencyId,
  directory: Directory,
): DossierView | null {
  const { role, agency: own } = standing;
  const isElsewhere =
    role === 'agency' &&
    own !== agency &&
    own !== null &&
    !belongingTo(directory, own).some(({ id }) => id === agency);
  return isElsewhere ? null : dossierView(standing, agency, directory);
}
