import type { Unconfirmed } from '#zalo-api-wrapper';

/**
 * Everything this channel does that rests on no confirmed page of Zalo's, and what its client does so, by the client's own
 * names and with its defaults. Each is to be settled with one real account, and can be switched in `config.yaml` without
 * touching code; see docs/zalo.md.
 */
export type ZaloBotUnconfirmed = {
  /** Emphasis by `text_styles`: documented, seen on no real phone by us. */
  readonly textStyles: boolean;
  /** Codes that say that a chat takes nothing from the bot any more. What Zalo says to a bot that was removed is not known. */
  readonly closedCodes: readonly number[];
  /** What the names of events contain by which the bot would hear that it was added to a chat. No such event is documented. */
  readonly addedEvents: readonly string[];
} & Partial<Unconfirmed>;

/** What is most likely, and harms least where it is wrong. */
export const LIKELY: ZaloBotUnconfirmed = {
  textStyles: true,
  closedCodes: [],
  addedEvents: ['added', 'joined', 'invited'],
};
