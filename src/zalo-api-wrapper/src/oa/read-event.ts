import * as z from 'zod';

import { Id, orNull } from '../loose.ts';
import type { GroupIdPlace, Unconfirmed } from '../unconfirmed.ts';
import type { OaEvent, OaEventKind } from './event.ts';

const WithId = orNull(z.object({ id: orNull(Id), group_id: orNull(Id) }));

/** What is needed to tell whose a delivery is: `timestamp` is kept as it is written, being part of the signature. */
const Raw = z.object({
  event_name: orNull(z.string().min(1)),
  timestamp: z.union([z.string().regex(/^\d{1,15}$/u), z.int().nonnegative().transform(String)]),
  app_id: orNull(Id),
  oa_id: orNull(Id),
  group_id: orNull(Id),
  sender: WithId,
  recipient: WithId,
  follower: WithId,
  conversation: WithId,
  message: orNull(
    z.object({
      msg_id: orNull(Id),
      message_id: orNull(Id),
      text: orNull(z.string()),
      conversation_id: orNull(Id),
    }),
  ),
});

export type RawOaEvent = z.infer<typeof Raw>;

type NamedEvent = RawOaEvent & { readonly event_name: string };

/** Bare, or in the envelope that other services of Zalo's use. */
export const RawOaEvent: z.ZodType<RawOaEvent> = z.union([
  Raw,
  z.object({ data: Raw }).transform(({ data }) => data),
  z.object({ result: Raw }).transform(({ result }) => result),
]);

/** The account of an event. In what a person sends it is the recipient, unless that place holds the group. */
export function oaIdOf(raw: RawOaEvent): string | null {
  return raw.oa_id ?? (isEcho(raw) ? raw.sender?.id : raw.recipient?.id) ?? null;
}

/** What happened, in this package's words. */
export function eventOf(raw: NamedEvent, { groupIdAt }: Pick<Unconfirmed, 'groupIdAt'>): OaEvent {
  const groupId = /group/u.test(raw.event_name) ? groupIdOf(raw, groupIdAt) : null;
  const messageId = raw.message?.msg_id ?? raw.message?.message_id ?? null;
  const oaId = oaIdOf(raw);
  return {
    kind: kindOf(raw.event_name),
    eventName: raw.event_name,
    isEcho: isEcho(raw),
    key: messageId === null ? null : `${raw.event_name} ${messageId}`,
    appId: raw.app_id,
    oaId: oaId === groupId ? null : oaId,
    at: Number(raw.timestamp),
    userId: userIdOf(raw),
    groupId,
    messageId,
    text: raw.message?.text ?? null,
  };
}

function userIdOf(raw: RawOaEvent): string | null {
  return isEcho(raw) ? null : (raw.sender?.id ?? raw.follower?.id ?? null);
}

function isEcho({ event_name }: RawOaEvent): boolean {
  return event_name?.startsWith('oa_send_') === true;
}

function groupIdOf(raw: RawOaEvent, places: readonly GroupIdPlace[]): string | null {
  const found: Readonly<Record<GroupIdPlace, string | null | undefined>> = {
    'recipient.group_id': raw.recipient?.group_id,
    'message.conversation_id': raw.message?.conversation_id,
    'conversation.id': raw.conversation?.id,
    group_id: raw.group_id,
    // the account itself is no group
    'recipient.id': raw.recipient?.id === raw.oa_id ? null : raw.recipient?.id,
  };
  return places.map((place) => found[place] ?? null).find((id) => id !== null) ?? null;
}

const SENT: Readonly<Record<string, OaEventKind>> = {
  text: 'text',
  image: 'image',
  sticker: 'sticker',
  file: 'file',
  link: 'link',
  audio: 'audio',
  video: 'video',
  gif: 'gif',
  location: 'location',
};

/** Two sets of names are told for what becomes of groups; both are taken. */
const HAPPENED: Readonly<Record<string, OaEventKind>> = {
  follow: 'follow',
  unfollow: 'unfollow',
  create_group: 'group-created',
  update_group_info: 'group-changed',
  user_join_group: 'joined-group',
  user_out_group: 'left-group',
  user_leave_group: 'left-group',
  disperse_group: 'group-dissolved',
  delete_group: 'group-dissolved',
};

function kindOf(eventName: string): OaEventKind {
  const sent = /^(?:user|oa)_send_(?:group_)?([a-z_]+)$/u.exec(eventName)?.[1];
  const kinds = new Map(Object.entries(sent === undefined ? HAPPENED : SENT));
  return kinds.get(sent ?? eventName) ?? 'other';
}
