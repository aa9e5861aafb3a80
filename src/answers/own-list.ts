import type { Agency } from '../agencies/agency.ts';
import { dossierView } from '../audience/rights.ts';
import type { AudienceStore } from '../audience/store.ts';
import type { DueKnowledge } from '../queries/due-knowledge.ts';
import { askDueList, type DueList, type NoDossiers } from '../queries/due-list.ts';

/** What composing messages for chats needs. */
export type ListRoom = {
  readonly due: DueKnowledge;
  readonly audience: Pick<AudienceStore, 'bindingOf'>;
};

/** A chat, and the agency whose list it is sent. */
export type Listener = { readonly channel: string; readonly chat: string; readonly agency: Agency };

/** The list of an agency as a chat may see it now; null when it may no longer see any of it. */
export async function listFor(
  { channel, chat, agency }: Listener,
  { due, audience }: ListRoom,
): Promise<DueList | NoDossiers | null> {
  const binding = await audience.bindingOf(channel, chat);
  if (binding === null) return null;
  const standing = { role: binding.role, agency: binding.agency, isKeeper: false };
  const view = dossierView(standing, agency.id, due.directory);
  return view === null ? null : askDueList(due, { agency, view });
}
