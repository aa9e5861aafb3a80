import type { CallOptions, Transport } from '../call-options.ts';
import type { SentMessage } from '../sent-message.ts';
import type { Unconfirmed } from '../unconfirmed.ts';
import type { BotUpdate } from './update.ts';

/** How to reach a bot of the Bot Platform. */
export type ZaloBotOptions = Transport & {
  /** `digits:secret`, from the Zalo Bot Creator mini app. */
  readonly token: string;
  /** Default `https://bot-api.zaloplatforms.com`. */
  readonly apiRoot?: string;
  /** `sendPhoto` waits while Zalo fetches the picture. Default 150 000. */
  readonly photoTimeoutMs?: number;
  readonly unconfirmed?: Partial<Unconfirmed>;
};

/** The bot itself. */
export type BotAccount = {
  /** Exceeds 2^53: never a number. */
  readonly id: string;
  /** `bot.xxxx`; null when the answer does not say. */
  readonly accountName: string | null;
  /** What people see and mention, where the answer says. */
  readonly displayName: string | null;
  /** `BASIC`. */
  readonly accountType: string | null;
  /** Beta; says that the bot may be invited, not that it is a member anywhere. */
  readonly canJoinGroups: boolean;
};

/** A webhook as Zalo knows it; `url` is empty when there is none. */
export type BotWebhook = {
  readonly url: string;
  readonly updatedAt: number | null;
  /** What came of Zalo's trying the address at once, where it says so: it is kept though nobody answered there. */
  readonly verification: BotWebhookVerification | null;
};

/** Zalo's verdict on the address of a webhook; null = not said. */
export type BotWebhookVerification = {
  readonly ok: boolean | null;
  /** As Zalo writes it: `timeout`. */
  readonly outcome: string | null;
  /** HTTP status the address answered with. */
  readonly statusCode: number | null;
  /** What Zalo advises, without secrets; for logs. */
  readonly hint: string | null;
};

/** One stretch of a text and how it looks: `start` and `length` count UTF-16 units, as JavaScript strings do. */
export type TextStyle = {
  readonly start: number;
  readonly length: number;
  readonly styles: readonly TextStyleCode[];
};

/** Bold, italic, underlined, struck; sizes; colours; lists (dotted, numbered); indents. */
export type TextStyleCode =
  | ('b' | 'i' | 'u' | 's')
  | ('f_13' | 'f_15' | 'f_18' | 'f_20')
  | ('c_050a19' | 'c_15a85f' | 'c_f7b503' | 'c_f27806' | 'c_db342e')
  | ('lst_1' | 'lst_2')
  | ('ind_1' | 'ind_2' | 'ind_3' | 'ind_4' | 'ind_5');

/** 1 to 2,000 characters; either a parse mode or styles, as Zalo ignores styles beside a parse mode. */
export type BotText = {
  readonly chatId: string;
  readonly text: string;
} & (
  | { readonly parseMode?: 'markdown' | 'html'; readonly textStyles?: never }
  | { readonly parseMode?: never; readonly textStyles?: readonly TextStyle[] }
);

/** `photoUrl` is fetched by Zalo's servers, so it must be public; bytes cannot be sent. */
export type BotPhoto = {
  readonly chatId: string;
  readonly photoUrl: string;
  /** 1 to 2,000 characters. */
  readonly caption?: string;
};

/** A bot of the Bot Platform. Every call rejects with a `ZaloError`. */
export type ZaloBot = {
  getMe(options?: CallOptions): Promise<BotAccount>;
  /**
   * Waits up to `timeoutSeconds` (default 30) for the next update; null = nothing new. There is no acknowledgement: an
   * update returned is gone, and one consumer at a time may ask. Excludes a webhook.
   */
  getUpdates(
    poll?: { readonly timeoutSeconds?: number },
    options?: CallOptions,
  ): Promise<BotUpdate | null>;
  /** `url` public https; `secretToken` 8 to 256 characters, comes back in each delivery. */
  setWebhook(
    webhook: { readonly url: string; readonly secretToken: string },
    options?: CallOptions,
  ): Promise<BotWebhook>;
  deleteWebhook(options?: CallOptions): Promise<BotWebhook>;
  /** Null = no webhook is set. */
  getWebhookInfo(options?: CallOptions): Promise<BotWebhook | null>;
  sendMessage(message: BotText, options?: CallOptions): Promise<SentMessage>;
  sendPhoto(photo: BotPhoto, options?: CallOptions): Promise<SentMessage>;
  /** `sticker` is an id from stickers.zaloapp.com. */
  sendSticker(
    sticker: { readonly chatId: string; readonly sticker: string },
    options?: CallOptions,
  ): Promise<SentMessage>;
  sendChatAction(
    action: { readonly chatId: string; readonly action: 'typing' },
    options?: CallOptions,
  ): Promise<void>;
};
