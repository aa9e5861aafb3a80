import * as z from 'zod';

import type { Outgoing } from '../outbox/message.ts';
import type { Message, PastTry, Sendable, Try, Undelivered } from '../outbox/store.ts';
import { StoredReply } from '../replies/stored-reply.ts';
import { jsonOf } from './json-column.ts';
import { Moment, momentText } from './moment.ts';

const Flag = z.union([z.literal(0), z.literal(1)]).transform((flag) => flag === 1);

const place = { channel: z.string(), chat: z.string(), topic: z.string().nullable() };
const counters = { tries: z.int(), waits: z.int(), doubted: Flag };

/** Columns of a message that may be sent, as `Sendable`. */
export const SendableRow = z
  .object({ id: z.int(), chat: z.string(), topic: z.string().nullable() })
  .transform(({ id, ...address }): Sendable => ({ id, address }));

/** Columns of a try, as `Try`. */
export const TryRow = z
  .object({ id: z.int(), ...counters })
  .transform(({ id, ...tried }): Try => ({ id, tried }));

/** Columns of a message, as `Message`; fails for a reply of a shape this release does not know. */
export const MessageRow = z
  .object({
    key: z.string(),
    chat: z.string(),
    topic: z.string().nullable(),
    doubted: Flag,
    reply: jsonOf(StoredReply),
  })
  .transform(({ chat, topic, ...row }): Message => ({ ...row, address: { chat, topic } }));

export const PastTryRow = z
  .object({ chat: z.string(), tried_at: Moment })
  .transform(({ chat, tried_at: at }): PastTry => ({ chat, at }));

export const UndeliveredRow = z
  .object({
    key: z.string(),
    ...place,
    dead_because: z
      .enum(['never', 'tooLate', 'tooManyAttempts', 'unknownTwice', 'unreadable'])
      .nullable(),
    why: z.string().nullable(),
    doubted: Flag,
    not_before: Moment,
    tries: z.int(),
  })
  .transform(({ key, channel, chat, topic, why, tries, ...row }): Undelivered => ({
    key,
    channel,
    address: { chat, topic },
    deadBecause: row.dead_because,
    why,
    mayHaveArrived: row.doubted,
    notBefore: row.not_before,
    tries,
  }));

/** The values of a new row. Throws when the reply could not be read back later: better now than on the way out. */
export function messageValues(message: Outgoing, at: Temporal.Instant) {
  const { key, channel, address, reply, notBefore, notAfter } = message;
  const json = JSON.stringify(reply);
  StoredReply.parse(JSON.parse(json));
  return {
    key,
    channel,
    chat: address.chat,
    topic: address.topic,
    reply: json,
    notBefore: momentText(notBefore),
    notAfter: notAfter === null ? null : momentText(notAfter),
    at: momentText(at),
  };
}
