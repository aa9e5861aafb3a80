import * as z from 'zod';

import { AgencyId } from '../agencies/agency.ts';
import { Role } from '../audience/standing.ts';
import type { AlertSubscription, Binding, MorningSubscription } from '../audience/store.ts';
import { Moment } from './moment.ts';

export const BindingRow = z
  .object({
    channel: z.string(),
    chat: z.string(),
    title: z.string().nullable(),
    role: Role,
    agency: AgencyId.nullable(),
    bound_at: Moment,
    bound_by: z.string(),
  })
  .transform(({ bound_at: boundAt, bound_by: boundBy, ...rest }): Binding => ({
    ...rest,
    boundAt,
    boundBy,
  }));

export const CodeRow = z.object({
  role: Role,
  agency: AgencyId.nullable(),
  expires_at: Moment,
});

const SubscribedRow = z.object({
  channel: z.string(),
  chat: z.string(),
  topic: z.string(),
  agency: AgencyId,
  since: Moment,
  paused_because: z.string().nullable(),
});

export const MorningRow = SubscribedRow.extend({
  kind: z.enum(['morningList', 'leaderDigest']),
  at: z.string().transform((text) => Temporal.PlainTime.from(text)),
  weekday: z.int().min(1).max(7).nullable(),
  when_nothing: z.enum(['say', 'silent']),
}).transform(({ kind, at, weekday, when_nothing: whenNothing, ...row }): MorningSubscription => ({
  ...subscribedFrom(row),
  kind,
  at,
  weekday,
  whenNothing,
}));

export const AlertRow = SubscribedRow.extend({
  kind: z.literal('alerts'),
  own_limit: z.int().positive().nullable(),
}).transform(({ kind, own_limit: ownLimit, ...row }): AlertSubscription => ({
  ...subscribedFrom(row),
  kind,
  ownLimit,
}));

function subscribedFrom({
  channel,
  chat,
  topic,
  agency,
  since,
  paused_because: pausedBecause,
}: z.infer<typeof SubscribedRow>) {
  const address = { chat, topic: topic === '' ? null : topic };
  return { channel, address, agency, since, pausedBecause };
}
