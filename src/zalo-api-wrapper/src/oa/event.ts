/** What happened: what kind of message was sent, or what became of a group; `other`: an event this package does not know, to be ignored. */
export type OaEventKind =
  | 'text'
  | 'image'
  | 'sticker'
  | 'file'
  | 'link'
  | 'audio'
  | 'video'
  | 'gif'
  | 'location'
  | 'follow'
  | 'unfollow'
  | 'group-created'
  | 'group-changed'
  | 'joined-group'
  | 'left-group'
  | 'group-dissolved'
  | 'other';

/** One delivery of the webhook. Everything in it was written by strangers. */
export type OaEvent = {
  readonly kind: OaEventKind;
  /** As Zalo names it: `user_send_group_text`. */
  readonly eventName: string;
  /** The account's own message come back (`oa_send_…`): not to be answered. */
  readonly isEcho: boolean;
  /** Event and message id, the same for a delivery brought twice; null when there is no message id. */
  readonly key: string | null;
  readonly appId: string | null;
  readonly oaId: string | null;
  /** Milliseconds since 1970, as the body says; part of the signature. */
  readonly at: number;
  readonly userId: string | null;
  /** Null in a private chat; where it stands is unconfirmed, see `Unconfirmed.groupIdAt`. */
  readonly groupId: string | null;
  readonly messageId: string | null;
  readonly text: string | null;
};
