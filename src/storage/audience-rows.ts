import * as z from 'zod';

import { AgencyId } from '../agencies/agency.ts';
import { Role } from '../audience/standing.ts';
import type { Binding, Subscription } from '../audience/store.ts';
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

export const SubscriptionRow = z
  .object({
    channel: z.string(),
    chat: z.string(),
    topic: z.string(),
    kind: z.enum(['morningList', 'leaderDigest']),
    agency: AgencyId,
    at: z.string().transform((text) => Temporal.PlainTime.from(text)),
    weekday: z.int().min(1).max(7).nullable(),
    when_nothing: z.enum(['say', 'silent']),
    since: Moment,
    paused_because: z.string().nullable(),
  })
  .transform(({ chat, topic, when_nothing, paused_because, ...rest }): Subscription => ({
    ...rest,
    address: { chat, topic: topic === '' ? null : topic },
    whenNothing: when_nothing,
    pausedBecause: paused_because,
  }));
