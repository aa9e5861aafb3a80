import type { AskerStanding } from '../audience/standing.ts';
import type { SnapshotId } from '../snapshots/snapshot.ts';
import type { ReplyMark } from './reply-mark.ts';

/** One answer or push, as account is kept of it: never a row of a dossier, and of what was typed nothing personal. */
export type AuditEntry = ReplyMark & {
  readonly at: Temporal.Instant;
  readonly channel: string;
  readonly chat: string;
  /** Null: nobody asked, the bot sent it by itself. */
  readonly person: string | null;
  /** As what the chat was served. */
  readonly role: AskerStanding['role'];
  /** The message as typed; the key of a push. */
  readonly typed: string;
  /**
   * The question as understood, as a command that reads back to it without any conversation; null when it was none: the
   * dialogue asked back or refused, or the command is about the bot itself.
   */
  readonly asked: string | null;
  readonly snapshots: readonly SnapshotId[];
  /** The newest snapshot there was; 0 = none. */
  readonly revision: number;
};

/** An entry as it is kept. */
export type Audited = AuditEntry & {
  /** What people type to see it again. */
  readonly code: string;
};

/** Where account is kept of what was said; pushes are added by the store that queues them. Every method is one unit of work. */
export type AuditStore = {
  add(entries: readonly AuditEntry[]): Promise<void>;
  /** By its code, as typed. */
  find(code: string): Promise<Audited | null>;
  /** The last answers to questions and pushes, newest first; of one chat, or all. */
  latest(
    most: number,
    chat?: { readonly channel: string; readonly chat: string },
  ): Promise<readonly Audited[]>;
  /** What chats were told that rests on one of these snapshots; of each chat the newest first. */
  toldOf(snapshots: readonly SnapshotId[]): Promise<readonly Audited[]>;
  /** Tells how many. */
  forgetBefore(moment: Temporal.Instant): Promise<number>;
};
