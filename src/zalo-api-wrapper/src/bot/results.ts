import * as z from 'zod';

import { Count, Id, orNull } from '../loose.ts';

/** `getMe`. */
export const Account = z
  .object({
    id: Id,
    account_name: orNull(z.string()),
    account_type: orNull(z.string()),
    display_name: orNull(z.string()),
    can_join_groups: z.boolean().catch(false),
  })
  .transform((me) => ({
    id: me.id,
    accountName: me.account_name,
    displayName: me.display_name,
    accountType: me.account_type,
    canJoinGroups: me.can_join_groups,
  }));

const Verification = z
  .object({
    ok: orNull(z.boolean()),
    outcome: orNull(z.string()),
    status_code: orNull(Count),
    hint: orNull(z.string()),
  })
  .transform(({ ok, outcome, status_code, hint }) => ({
    ok,
    outcome,
    statusCode: status_code,
    hint,
  }));

/** `setWebhook`, `deleteWebhook`, `getWebhookInfo`. */
export const Webhook = z
  .object({
    url: z.string().catch(''),
    updated_at: orNull(Count),
    verification: orNull(Verification),
  })
  .transform(({ url, updated_at, verification }) => ({ url, updatedAt: updated_at, verification }));

/** The receipt of everything that is sent. */
export const Sent = z
  .object({ message_id: Id, date: orNull(Count) })
  .transform(({ message_id, date }) => ({ messageId: message_id, date }));
