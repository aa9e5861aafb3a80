import type { CallOptions, Transport } from '../call-options.ts';
import type { SentMessage } from '../sent-message.ts';
import type { Unconfirmed } from '../unconfirmed.ts';
import type { OaPair, OaTokenStore } from './tokens.ts';

/** How to reach an Official Account. */
export type ZaloOaOptions = Transport & {
  readonly appId: string;
  /** Of the app, for OAuth; not the key of the webhook. */
  readonly appSecret: string;
  readonly tokens: OaTokenStore;
  /** Default `https://openapi.zalo.me`. */
  readonly apiRoot?: string;
  /** Default `https://oauth.zaloapp.com`. */
  readonly oauthRoot?: string;
  /** An access token is renewed when it has less than this to live. Default 300 000. */
  readonly renewBeforeMs?: number;
  /** Uploads take longer. Default 60 000. */
  readonly uploadTimeoutMs?: number;
  /** Of a refresh, which is not given up sooner: its answer is the only copy of the new pair. Default 60 000. */
  readonly oauthTimeoutMs?: number;
  readonly unconfirmed?: Partial<Unconfirmed>;
};

/** JPG or PNG up to 1 MB. */
export type OaImage = {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly type: 'image/jpeg' | 'image/png';
};

/** PDF, DOC or DOCX: see `Unconfirmed.fileTypes`. */
export type OaFile = {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** Media type. */
  readonly type: string;
};

/** What can be sent to a person. */
export type OaMessage =
  | { readonly kind: 'text'; readonly text: string }
  /** `attachmentId` from `uploadImage`. Text beside the picture: see `Unconfirmed.textBesideImage`. */
  | { readonly kind: 'image'; readonly attachmentId: string; readonly text?: string }
  /** `fileToken` from `uploadFile`. */
  | { readonly kind: 'file'; readonly fileToken: string };

/** What can be sent to a group. */
export type OaGroupMessage =
  | OaMessage
  | { readonly kind: 'mention'; readonly parts: readonly OaMentionPart[] };

/** A stretch of text, one member by id, or every member. */
export type OaMentionPart = string | { readonly userId: string } | { readonly everyone: true };

/** A stretch of a list. */
export type Page = { readonly offset: number; readonly count: number };

export type OaGroup = {
  readonly groupId: string;
  /** Null when the list does not say. */
  readonly name: string | null;
  /** `enabled` or `disabled`, as Zalo writes it; only the former takes messages. */
  readonly status: string | null;
};

/** What the account may open groups with. */
export type OaGroupAsset = {
  readonly assetId: string;
  readonly productType: string | null;
  readonly quotaType: string | null;
  /** `available`, `used`, as Zalo writes it. */
  readonly status: string | null;
  /** The group it is used for. */
  readonly groupId: string | null;
  /** As Zalo writes it: a date or a moment. */
  readonly validThrough: string | null;
};

export type OaNewGroup = {
  readonly name: string;
  readonly description?: string;
  readonly assetId: string;
  /** At most 99; they must follow the account. */
  readonly memberIds: readonly string[];
};

export type OaMember = { readonly userId: string; readonly name: string | null };

export type OaQuotaQuery = {
  readonly productType: 'gmf10' | 'gmf50' | 'gmf100' | 'gmf1000';
  readonly quotaType: 'sub_quota' | 'purchase_quota' | 'reward_quota';
};

/**
 * An Official Account and the groups it owns (GMF). Every call rejects with a `ZaloError`, or with the fault of the token
 * store as it came.
 */
export type ZaloOa = {
  /**
   * Trades the refresh token for a new pair and stores it before it is used; resolves to it. Calls under way at once
   * share one refresh, which has its own time (`oauthTimeoutMs`): `signal` only ends this caller's waiting.
   */
  renewTokens(options?: Pick<CallOptions, 'signal'>): Promise<OaPair>;
  /** Sees to it that the next call need not wait for tokens: renews them when they are about to lapse. */
  haveTokens(options?: Pick<CallOptions, 'signal' | 'timeoutMs'>): Promise<void>;
  /** Resolves to the attachment id. */
  uploadImage(image: OaImage, options?: CallOptions): Promise<string>;
  /** Resolves to the file token. */
  uploadFile(file: OaFile, options?: CallOptions): Promise<string>;
  sendToUser(userId: string, message: OaMessage, options?: CallOptions): Promise<SentMessage>;
  sendToGroup(
    groupId: string,
    message: OaGroupMessage,
    options?: CallOptions,
  ): Promise<SentMessage>;
  listGroups(page?: Page, options?: CallOptions): Promise<readonly OaGroup[]>;
  groupQuota(query: OaQuotaQuery, options?: CallOptions): Promise<readonly OaGroupAsset[]>;
  createGroup(
    group: OaNewGroup,
    options?: CallOptions,
  ): Promise<{ readonly groupId: string; readonly link: string | null }>;
  deleteGroup(groupId: string, options?: CallOptions): Promise<void>;
  listMembers(groupId: string, page?: Page, options?: CallOptions): Promise<readonly OaMember[]>;
  inviteMembers(groupId: string, userIds: readonly string[], options?: CallOptions): Promise<void>;
  removeMembers(groupId: string, userIds: readonly string[], options?: CallOptions): Promise<void>;
  listPendingInvites(
    groupId: string,
    page?: Page,
    options?: CallOptions,
  ): Promise<readonly OaMember[]>;
  acceptPendingInvites(
    groupId: string,
    userIds: readonly string[],
    options?: CallOptions,
  ): Promise<void>;
  rejectPendingInvites(
    groupId: string,
    userIds: readonly string[],
    options?: CallOptions,
  ): Promise<void>;
};
