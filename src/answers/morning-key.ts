import { chatRef } from '../audience/chat-name.ts';
import type { MorningSubscription, MorningKind } from '../audience/store.ts';
import { pushKey, type PushKind } from '../outbox/message.ts';

/** The jobs that send in the morning, by what they send; the keys of their messages begin so. */
export const MORNING_JOBS = {
  morningList: 'morning-list',
  leaderDigest: 'leader-digest',
} as const satisfies Readonly<Record<MorningKind, PushKind>>;

/** The key of what a subscription is sent on a day: there is one, however often the job runs. */
export function morningKey(subscription: MorningSubscription, day: Temporal.PlainDate): string {
  return keyBegun(MORNING_JOBS[subscription.kind], subscription, day);
}

/** The key of the note that a subscription was sent nothing on a day. */
export function missedKey(subscription: MorningSubscription, day: Temporal.PlainDate): string {
  return keyBegun(`${MORNING_JOBS[subscription.kind]}-missed`, subscription, day);
}

/** The key of the note that there is no list to be sent: of no day, as a chat is told once. */
export function noListKey({ channel, address, agency }: MorningSubscription): string {
  return pushKey('no-list', chatRef(channel, address.chat), agency);
}

function keyBegun(
  kind: PushKind,
  { channel, address, agency }: MorningSubscription,
  day: Temporal.PlainDate,
): string {
  return pushKey(kind, day.toString(), chatRef(channel, address.chat), agency);
}
