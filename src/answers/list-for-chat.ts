import type { Agency } from '../agencies/agency.ts';
import { type DossierView, sentView } from '../audience/rights.ts';
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

/** How much a chat may see now of an agency's dossiers; null = nothing (any more). */
export async function viewOf(
  { channel, chat, agency }: Listener,
  { due, audience }: ListRoom,
): Promise<DossierView | null> {
  const binding = await audience.bindingOf(channel, chat);
  if (binding === null) return null;
  const standing = { role: binding.role, agency: binding.agency, isKeeper: false };
  return sentView(standing, agency.id, due.directory);
}

/** The list of an agency as a chat may see it now; null when it may no longer see any of it. */
export async function listFor(
  listener: Listener,
  room: ListRoom,
): Promise<DueList | NoDossiers | null> {
  const view = await viewOf(listener, room);
  return view === null ? null : askDueList(room.due, { agency: listener.agency, view });
}
