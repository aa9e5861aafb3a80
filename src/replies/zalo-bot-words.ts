import { NUMBERED_WORDS } from './numbered-words.ts';
import { ZALO_OA_WORDS } from './zalo-oa-words.ts';

/** What the channel of the Bot Platform says by itself. */
export const ZALO_BOT_WORDS = {
  ...NUMBERED_WORDS,
  sentAgain: ZALO_OA_WORDS.sentAgain,
  /** Tables are not to be put under links here, or one could not be made. */
  fileNotSent: ZALO_OA_WORDS.fileNotSent,
};
export type ZaloBotWords = typeof ZALO_BOT_WORDS;
