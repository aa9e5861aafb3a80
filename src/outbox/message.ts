import type { AgencyId } from '../agencies/agency.ts';
import type { Address } from '../channels/channel.ts';
import type { Reply } from '../replies/reply.ts';

/** A message that the bot sends by itself, before it is queued. */
export type Outgoing = {
  /**
   * Sent once, however often it is put; a `pushKey`: "morning-list/2026-11-23/telegram:-100". Parts are set apart by
   * slashes, and the part that names the chat is its `chatRef`: when a group gets another id, its keys follow it.
   */
  readonly key: string;
  readonly channel: string;
  readonly address: Address;
  readonly reply: Reply;
  readonly notBefore: Temporal.Instant;
  /** After this it is of no use and is not sent; null = never too late. */
  readonly notAfter: Temporal.Instant | null;
  /**
   * What waits under the same key and was not tried yet says this instead; `only`: where nothing waits, nothing is sent.
   */
  readonly renews?: 'orSends' | 'only';
  /** Whose figures it tells, where its key does not say: who was told them is told when they are corrected. */
  readonly about?: readonly AgencyId[];
};

/** What became of putting messages: `known` ones had been put before and are not put again. */
export type Put = { readonly queued: number; readonly known: number };

/** Where jobs put what is to be sent. All of it in one transaction, or nothing. */
export type Outbox = {
  put(messages: readonly Outgoing[], at: Temporal.Instant): Promise<Put>;
  /** Whether a message of this key was ever put, so that it need not be composed again. */
  knows(key: string): Promise<boolean>;
};

/** What the bot sends by itself. Keys begin with it, and keys are kept for good: a kind is never renamed. */
const PUSH_KINDS = [
  'morning-list',
  'morning-list-missed',
  'leader-digest',
  'leader-digest-missed',
  'no-list',
  'reminder',
  'chat-gone',
  'zalo-token',
  'zalo-right',
  'quota',
  'alert',
  'source-health',
  'restated',
] as const;
export type PushKind = (typeof PUSH_KINDS)[number];

/** The key of a message: its kind, then what makes it the only one. */
export function pushKey(kind: PushKind, ...parts: readonly string[]): string {
  return [kind, ...parts].join('/');
}

/** What makes a key the only one of its kind, as `pushKey` was given it. */
export function keyParts(key: string): readonly string[] {
  return key.split('/').slice(1);
}

/** The kind of message a key is of; null = one that this release does not know. */
export function pushKindOf(key: string): PushKind | null {
  return PUSH_KINDS.find((kind) => key === kind || key.startsWith(`${kind}/`)) ?? null;
}

/** The key of a message whose chat has moved; other keys, and other chats whose id begins alike, stay as they are. */
export function movedKey(key: string, from: string, to: string): string {
  return key
    .split('/')
    .map((part) => (part === from ? to : part))
    .join('/');
}
