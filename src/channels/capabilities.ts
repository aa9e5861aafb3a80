import { TELEGRAM, ZALO_BOT, ZALO_OA } from './names.ts';

/**
 * What a messenger can carry. Rendering goes by this table, so that a reply is written once for all of them; what no code
 * reads yet is said to be so.
 */
export type Capabilities = {
  /** Buttons under a message; without them choices are numbered and answered in the next message. */
  readonly buttons: boolean;
  /** Groups reach the bot only by naming it, numbers that answer it too. */
  readonly groupsNeedMention: boolean;
  /** A message that is out can be changed. Nothing does so: a correction is told by a message of its own. */
  readonly edits: boolean;
  /** The longest message, in UTF-16 units. */
  readonly textLimit: number;
  /** The longest text that goes along with a picture, in UTF-16 units; 0 = pictures go alone. */
  readonly captionLimit: number;
  /** The widest table that can be aligned, in columns of a fixed-width font; 0 = there is no such font. */
  readonly tableWidth: number;
  /** How a picture gets there: as bytes, or as an address the messenger fetches it from. */
  readonly image: { readonly by: 'upload' | 'link'; readonly mostBytes: number };
  /** How a spreadsheet gets there. */
  readonly files: 'upload' | 'link';
  /** Messages an answer may take; what is beyond goes under a link, or is cut and counted. */
  readonly mostParts: number;
  /** Messages a month that the usual plan allows; null = no such limit. The configuration may say otherwise. */
  readonly monthlyMessages: number | null;
  /** Requests a minute that the usual plan allows, pictures included; null = the pace of messages is all there is. */
  readonly requestsPerMinute: number | null;
};

/** What a terminal or a page on this machine can carry. */
const UNLIMITED = {
  groupsNeedMention: false,
  edits: false,
  textLimit: Infinity,
  captionLimit: Infinity,
  tableWidth: 100,
  image: { by: 'upload', mostBytes: Infinity },
  files: 'upload',
  mostParts: Infinity,
  monthlyMessages: null,
  requestsPerMinute: null,
} as const;

/** By channel. Sources: reference of the Bot API (telegram), of the Bot Platform and of the Official Account (zalo). */
export const CAPABILITIES = {
  [TELEGRAM]: {
    buttons: true,
    groupsNeedMention: false,
    edits: true,
    // after markup is taken out, where Telegram counts fewer than UTF-16 units
    textLimit: 4096,
    captionLimit: 1024,
    // what fits on a phone held upright
    tableWidth: 34,
    image: { by: 'upload', mostBytes: 10_000_000 },
    files: 'upload',
    mostParts: Infinity,
    monthlyMessages: null,
    requestsPerMinute: null,
  },
  [ZALO_BOT]: {
    buttons: false,
    groupsNeedMention: true,
    edits: false,
    textLimit: 2000,
    captionLimit: 2000,
    tableWidth: 0,
    // how large a picture may be is confirmed nowhere
    image: { by: 'link', mostBytes: Infinity },
    files: 'link',
    // each costs one of the month's messages
    mostParts: 3,
    monthlyMessages: 3000,
    requestsPerMinute: null,
  },
  [ZALO_OA]: {
    buttons: false,
    groupsNeedMention: false,
    edits: false,
    textLimit: 2000,
    captionLimit: 0,
    tableWidth: 0,
    image: { by: 'upload', mostBytes: 1_000_000 },
    files: 'link',
    mostParts: 3,
    monthlyMessages: null,
    // what resellers name; unconfirmed
    requestsPerMinute: 100,
  },
  web: { ...UNLIMITED, buttons: true },
  console: { ...UNLIMITED, buttons: false },
} as const satisfies Readonly<Record<string, Capabilities>>;
