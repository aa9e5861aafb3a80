import * as z from 'zod';

import type { AgencyId } from '../agencies/agency.ts';

/**
 * What a chat is bound as. A chat of the role `agency` is an agency's own group; `leader` and `staff` see all agencies;
 * `keeper` runs the bot.
 */
export const Role = z.enum(['leader', 'staff', 'agency', 'keeper']);
export type Role = z.infer<typeof Role>;

/** Who is asking, as far as rights go. */
export type AskerStanding = {
  /** `guest`: nobody bound this chat, but access is open to all; null: nobody did, and it is not. */
  readonly role: Role | 'guest' | null;
  /** The chat's own agency; questions that name none are about it. */
  readonly agency: AgencyId | null;
  /** The person is a keeper, whatever the chat is bound as. */
  readonly isKeeper: boolean;
};
