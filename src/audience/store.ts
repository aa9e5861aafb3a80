import type { AgencyId } from '../agencies/agency.ts';
import type { Address } from '../channels/channel.ts';
import type { Role } from './standing.ts';

/** A chat the keeper has let in, with what it is. */
export type Binding = {
  readonly channel: string;
  readonly chat: string;
  /** The group's name, for lists the keeper and leaders read; null when the messenger gives none. */
  readonly title: string | null;
  readonly role: Role;
  readonly agency: AgencyId | null;
  readonly boundAt: Temporal.Instant;
  /** Who bound it, as `channel:person`. */
  readonly boundBy: string;
};

/** A code that binds whichever chat says it first. Only its hash is kept. */
export type BindingCode = {
  readonly codeHash: string;
  readonly role: Role;
  readonly agency: AgencyId | null;
  readonly issuedBy: string;
  readonly expiresAt: Temporal.Instant;
};

/** What became of a code somebody typed. */
export type Redeemed =
  | { readonly kind: 'bound'; readonly binding: Binding }
  | { readonly kind: 'wrongCode' }
  | { readonly kind: 'tooManyTries' };

/** What a chat is sent on mornings. */
export type MorningKind = 'morningList' | 'leaderDigest';

/** What a chat is sent without asking. */
export type SubscriptionKind = MorningKind | 'alerts';

/** What all that a chat has subscribed to has. */
type Subscribed = {
  readonly channel: string;
  readonly address: Address;
  /** Whose dossiers; for digests and alerts with all that belongs to it. */
  readonly agency: AgencyId;
  /** From when on: hours before it are not made up for. */
  readonly since: Temporal.Instant;
  /** Why nothing is sent at present ("the bot was removed from the group"); null = it is sent. */
  readonly pausedBecause: string | null;
};

/** Something that comes on mornings. */
export type MorningSubscription = Subscribed & {
  readonly kind: MorningKind;
  /** The hour it comes, local time. */
  readonly at: Temporal.PlainTime;
  /** 1 = Monday; null = every working day. */
  readonly weekday: number | null;
  /** What to do on a day when nothing is due. */
  readonly whenNothing: 'say' | 'silent';
};

/** Something that comes when there is reason for it. */
export type AlertSubscription = Subscribed & {
  readonly kind: 'alerts';
  /** The first overdue rate that is alerted of, in hundredths of a percent; null = as for everybody. */
  readonly ownLimit: number | null;
};

/** One thing a chat has subscribed to. */
export type Subscription = MorningSubscription | AlertSubscription;

/** Some of what a chat has subscribed to; null = of any. */
type SubscriptionsMeant = {
  readonly kind: SubscriptionKind | null;
  readonly agency: AgencyId | null;
};

/** Which chats are let in, and what they have subscribed to. Every method is one unit of work. */
export type AudienceStore = {
  bind(binding: Binding): Promise<void>;
  unbind(channel: string, chat: string): Promise<boolean>;
  bindingOf(channel: string, chat: string): Promise<Binding | null>;
  bindings(): Promise<readonly Binding[]>;
  issue(code: BindingCode): Promise<void>;
  /** Uses a code up and binds the chat; wrong tries of a chat, of who types them, and of a channel are counted. */
  redeem(codeHash: string, chat: Omit<Binding, 'role' | 'agency'>): Promise<Redeemed>;
  /** Replaces the subscription of this kind and agency in this chat. */
  subscribe(subscription: Subscription): Promise<void>;
  /** Tells how many were ended; of a kind, about an agency, or all. */
  unsubscribe(channel: string, chat: string, which?: SubscriptionsMeant): Promise<number>;
  subscriptionsOf(channel: string, chat: string): Promise<readonly Subscription[]>;
  /** All that come on mornings, of a kind, those at rest included. */
  subscriptions(kind: MorningKind): Promise<readonly MorningSubscription[]>;
  /** All to alerts, those at rest included. */
  alertSubscriptions(): Promise<readonly AlertSubscription[]>;
  /** Stops sending to a chat until somebody subscribes there again. */
  pause(channel: string, chat: string, because: string): Promise<void>;
  /** Goes on sending to a chat that rests, from then on; tells how many subscriptions were at rest. */
  wake(channel: string, chat: string, at: Temporal.Instant): Promise<number>;
};
