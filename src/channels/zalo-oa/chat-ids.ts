/** Ids of people and of groups are numbers of the same look: chats of groups are told apart by what they begin with. */
const GROUP = 'gmf-';

/** Where a message of the account goes. */
export type Recipient = { readonly kind: 'user' | 'group'; readonly id: string };

/** The chat of a recipient; a private one has the id of the person. */
export function chatOf({ kind, id }: Recipient): string {
  return kind === 'group' ? `${GROUP}${id}` : id;
}

export function recipientOf(chat: string): Recipient {
  return chat.startsWith(GROUP)
    ? { kind: 'group', id: chat.slice(GROUP.length) }
    : { kind: 'user', id: chat };
}
