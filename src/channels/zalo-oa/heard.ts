import { type OaEvent, withoutMentions } from '#zalo-api-wrapper';

import type { Incoming } from '../channel.ts';
import { ZALO_OA } from '../names.ts';
import { chatOf } from './chat-ids.ts';

/** What an event means to us. */
export type Heard =
  | { readonly kind: 'message'; readonly message: Incoming; readonly group: string | null }
  /** Nothing can be sent there any more. */
  | { readonly kind: 'gone'; readonly chat: string }
  /** Said in a group, and nobody knows in which. */
  | { readonly kind: 'nowhere'; readonly event: string }
  | { readonly kind: 'ignored' };

const IGNORED: Heard = { kind: 'ignored' };

/** Reads what an event means. `names`: what the account is called when somebody mentions it. */
export function heard(event: OaEvent, names: readonly string[]): Heard {
  const { kind, userId, groupId, text, isEcho } = event;
  // Its own words come back as events: answering them would never end.
  if (isEcho) return IGNORED;
  if (kind === 'group-dissolved' && groupId !== null) {
    return { kind: 'gone', chat: chatOf({ kind: 'group', id: groupId }) };
  }
  if (kind === 'unfollow' && userId !== null) {
    return { kind: 'gone', chat: chatOf({ kind: 'user', id: userId }) };
  }
  if (kind !== 'text' || userId === null || text === null) return IGNORED;
  return said({ ...event, userId, text }, names);
}

type Said = OaEvent & { readonly userId: string; readonly text: string };

function said({ eventName, userId, groupId, text }: Said, names: readonly string[]): Heard {
  const from = { channel: ZALO_OA, person: userId } as const;
  if (groupId !== null) {
    const bare = withoutMentions(text, names);
    const chat = chatOf({ kind: 'group', id: groupId });
    const addressed = bare !== text;
    const message: Incoming = { ...from, chat, chatKind: 'group', text: bare, addressed };
    return { kind: 'message', message, group: groupId };
  }
  // Where the group stands is unconfirmed: what was said among many must not be answered to one as if in private.
  if (eventName.includes('group')) return { kind: 'nowhere', event: eventName };
  const chat = chatOf({ kind: 'user', id: userId });
  const message: Incoming = { ...from, chat, chatKind: 'private', text, addressed: true };
  return { kind: 'message', message, group: null };
}
