import type { BotUpdateKind } from './bot/update.ts';
import type { RefusalKind } from './errors.ts';

/**
 * Everything in this package that no page of Zalo's own could be read to confirm, and nothing else. Each entry says what
 * it rests on, and is switched by the `unconfirmed` option. When one real delivery has shown how a thing is, it moves to
 * where it is used.
 *
 * What a mention of a bot looks like is unconfirmed as well: `withoutMentions` takes off what it is told to, and nothing
 * without names.
 *
 * Unconfirmed too, but no code rests on it: which HTML tags the Bot Platform takes; formats and sizes of photos, and
 * whether their address is fetched once or several times; whether the Bot Platform brings a failed webhook again; events
 * for joining and leaving a bot's group; its rate limits; whether a group of an account needs a mention.
 */
export type Unconfirmed = {
  /**
   * HTTP statuses by which a gateway says that a call did not get to Zalo, so that calling again cannot do it twice. Never
   * believed of a refresh, whose pair would be lost. Source: outages that were seen; what HTTP means by them.
   */
  readonly notDoneStatuses: readonly number[];
  /** How `getUpdates` wants its waiting time. Source: the table says String, its sample sends a number. */
  readonly botPollTimeoutAs: 'number' | 'string';
  /** What HTTP 403 of the Bot Platform means. Source: its table calls it "internal server error". */
  readonly bot403: RefusalKind;
  /** Names of events beside the documented ones. Source: `message.link.received` and others seen in clients only. */
  readonly botEventKinds: Readonly<Record<string, BotUpdateKind>>;
  /**
   * Ways of signing that are accepted from a webhook of the account. Source: clients and copies of the documents agree on
   * a plain hash beginning with the app's id; some that work begin with the account's id; a few use an HMAC.
   */
  readonly oaSignatures: readonly OaSignature[];
  /** Where the id of the group stands in an event, first come first taken. Source: three clients, three places. */
  readonly groupIdAt: readonly GroupIdPlace[];
  /**
   * A text may stand beside a picture, in groups too. Source: two copies of the documents. Off, as nobody would learn of
   * a text that is dropped.
   */
  readonly textBesideImage: boolean;
  /** What stands around an id to mention it. Source: two copies of the documents; a plain text is kept clear of it. */
  readonly mention: { readonly before: string; readonly after: string };
  /** Longest text, in UTF-16 units. Source: copies of the documents. */
  readonly oaTextLimit: number;
  /** Largest file `uploadFile` takes. Source: most clients say 5 MB; in its stricter reading. */
  readonly oaFileBytes: number;
  /** Media types `uploadFile` takes. Source: clients; others are said to be dropped without a word. CSV is contested. */
  readonly fileTypes: readonly string[];
  /** What codes of the account mean that only copies and clients explain; those that are not named keep their meaning. */
  readonly oaRefusals: Readonly<Record<number, RefusalKind>>;
  /**
   * Codes of OAuth after which the refresh token is still good, beside those that mean "later" or a fault of Zalo's.
   * Source: none; the code of a spent token is not known, so every other one is taken for that.
   */
  readonly oauthLater: readonly number[];
};

/** The hash's first term and kind. */
export type OaSignature = 'sha256-of-app-id' | 'sha256-of-oa-id' | 'hmac-sha256';

export type GroupIdPlace =
  | 'recipient.group_id'
  | 'message.conversation_id'
  | 'conversation.id'
  | 'group_id'
  | 'recipient.id';

/** What is taken to be so until shown otherwise. */
export const UNCONFIRMED: Unconfirmed = {
  notDoneStatuses: [502, 503],
  botPollTimeoutAs: 'number',
  bot403: 'server',
  botEventKinds: {},
  oaSignatures: ['sha256-of-app-id', 'sha256-of-oa-id'],
  groupIdAt: [
    'recipient.group_id',
    'message.conversation_id',
    'conversation.id',
    'group_id',
    'recipient.id',
  ],
  textBesideImage: false,
  mention: { before: '[@', after: ']' },
  oaTextLimit: 2_000,
  oaFileBytes: 5_000_000,
  fileTypes: [
    'application/pdf',
    'application/msword',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  oaRefusals: {
    [-200]: 'server',
    [-204]: 'not-allowed',
    [-205]: 'not-allowed',
    [-209]: 'not-allowed',
    [-210]: 'bad-request',
    [-211]: 'limited',
    [-212]: 'not-allowed',
    [-217]: 'refused',
    [-218]: 'limited',
    [-219]: 'not-allowed',
    [-221]: 'not-allowed',
    [-223]: 'not-allowed',
    [-224]: 'not-allowed',
    [-227]: 'refused',
    [-232]: 'refused',
    [-235]: 'not-allowed',
    [-237]: 'refused',
    [-238]: 'not-allowed',
    [-241]: 'not-allowed',
    [-242]: 'not-allowed',
    [-244]: 'refused',
    [-248]: 'refused',
    [-320]: 'not-allowed',
    [-321]: 'not-allowed',
    [-403]: 'refused',
  },
  oauthLater: [],
};

/** What holds for a client: what is said otherwise goes before; codes that are not named keep their meaning. */
export function switched(otherwise: Partial<Unconfirmed> = {}): Unconfirmed {
  const oaRefusals = { ...UNCONFIRMED.oaRefusals, ...otherwise.oaRefusals };
  return { ...UNCONFIRMED, ...otherwise, oaRefusals };
}
