import type { ChatOf } from '../audience/chat-name.ts';
import type { Address } from '../channels/channel.ts';
import type { Reply } from '../replies/reply.ts';
import type { Outbox } from './message.ts';
import type { DeadReason, Tried, Verdict } from './settle.ts';

/** A message that may be sent now. */
export type Sendable = {
  readonly id: number;
  readonly address: Address;
};

/** Who takes a message, and until when it is theirs: whoever has not said by then what became of it is taken for dead. */
export type Lease = {
  readonly owner: string;
  readonly at: Temporal.Instant;
  readonly until: Temporal.Instant;
};

/** One try at a message; only who holds it may settle it. */
export type Try = { readonly id: number; readonly tried: Tried };

/** A message as it is now. */
export type Message = {
  readonly key: string;
  readonly address: Address;
  readonly reply: Reply;
  /** A try had an unknown outcome: it may have arrived. */
  readonly doubted: boolean;
};

/** A message that was not delivered, or not yet although it was tried. */
export type Undelivered = {
  readonly key: string;
  readonly channel: string;
  readonly address: Address;
  /** Null = it is still being tried. */
  readonly deadBecause: DeadReason | null;
  /** The messenger's word for the last failure, if there was one. */
  readonly why: string | null;
  /** A try had an unknown outcome. */
  readonly mayHaveArrived: boolean;
  readonly notBefore: Temporal.Instant;
  readonly tries: number;
};

/** How many messages are waiting, and how many ended how since a moment. */
export type OutboxCounts = {
  readonly waiting: number;
  readonly sending: number;
  readonly sent: number;
  readonly dead: number;
};

/** A try at a chat, for the limits that hold across restarts. */
export type PastTry = { readonly chat: string; readonly at: Temporal.Instant };

/** Messages on their way. Every method is one unit of work. */
export type OutboxStore = Outbox & {
  /** Of each chat of a channel the oldest message that is not finished, if its time has come; longest due first. */
  due(channel: string, at: Temporal.Instant): Promise<readonly Sendable[]>;
  /** What a message says; null = nothing that this release can read, and the message is given up. */
  read(id: number, at: Temporal.Instant): Promise<Message | null>;
  /** Takes a due message to be sent; null = somebody else was quicker, or it is too late for it. */
  claim(id: number, lease: Lease): Promise<Try | null>;
  /** Writes down what became of a try; false = its lease had run out and another has it, nothing is written. */
  settle(held: Try, verdict: Verdict, at: Temporal.Instant): Promise<boolean>;
  /** Tries whose lease ran out: nobody knows what became of them. */
  abandoned(channel: string, at: Temporal.Instant): Promise<readonly Try[]>;
  /** Gives up what is too late by now and not being sent; tells how many. */
  expire(channel: string, at: Temporal.Instant): Promise<number>;
  /** A group got another id: its messages and their keys follow it, in one transaction with what else follows. */
  move(channel: string, from: string, to: string): Promise<void>;
  /** Tries since a moment, oldest first. */
  triesSince(channel: string, since: Temporal.Instant): Promise<readonly PastTry[]>;
  /** What is not delivered: dead since a moment or still being tried; latest first, at most so many, of all chats or one. */
  undelivered(
    since: Temporal.Instant,
    which: { readonly most: number; readonly chat?: ChatOf | undefined },
  ): Promise<readonly Undelivered[]>;
  /** How many that are, of all chats or one. */
  countUndelivered(since: Temporal.Instant, chat?: ChatOf): Promise<number>;
  counts(since: Temporal.Instant): Promise<OutboxCounts>;
  /** Erases what dead messages said that ended before a moment; the keys stay. Tells how many. */
  forgetBefore(moment: Temporal.Instant): Promise<number>;
};
