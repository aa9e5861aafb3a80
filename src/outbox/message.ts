import type { Address } from '../channels/channel.ts';
import type { Reply } from '../replies/reply.ts';

/** A message that the bot sends by itself, before it is queued. */
export type Outgoing = {
  /** Sent once, however often it is put: "morning-list/2026-11-23/telegram:-100". */
  readonly key: string;
  readonly channel: string;
  readonly address: Address;
  readonly reply: Reply;
  readonly notBefore: Temporal.Instant;
  /** After this it is of no use and is not sent; null = never too late. */
  readonly notAfter: Temporal.Instant | null;
};

/** What became of putting messages: `known` ones had been put before and are not put again. */
export type Put = { readonly queued: number; readonly known: number };

/** Where jobs put what is to be sent. All of it in one transaction, or nothing. */
export type Outbox = {
  put(messages: readonly Outgoing[], at: Temporal.Instant): Promise<Put>;
};
