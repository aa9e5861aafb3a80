import type { Database } from 'better-sqlite3';

import type { Verdict } from '../outbox/settle.ts';
import type { Message, OutboxStore, Try } from '../outbox/store.ts';
import { momentText } from './moment.ts';
import { MessageRow, PastTryRow, SendableRow, TryRow } from './outbox-rows.ts';

/** Of each chat only the oldest unfinished message may go, so that what is tried again keeps its place. */
const MAY_GO = `state in ('due', 'unknown') and due_at <= :at
  and (not_after is null or not_after >= :at)
  and not exists (
    select 1 from outbox earlier
    where earlier.finished_at is null and earlier.channel = one.channel and earlier.chat = one.chat
      and (earlier.not_before, earlier.id) < (one.not_before, one.id))`;

const DUE = `select id, chat, topic from outbox one
  where channel = +:channel and finished_at is null and ${MAY_GO} order by due_at, id`;
const READ = `select key, chat, topic, doubted, reply from outbox
  where id = +? and state in ('due', 'unknown')`;
const GIVE_UP = `update outbox set state = 'dead', dead_because = 'unreadable', finished_at = :at
  where id = +:id and state in ('due', 'unknown')`;
// One statement, so that two processes cannot take the same message.
const TAKE = `update outbox as one
  set state = 'sending', tries = tries + 1, owner = :owner, lease_until = :until, tried_at = :at
  where id = +:id and ${MAY_GO} returning id, tries, waits, doubted`;

const HELD = `id = +:id and tries = +:tries and state = 'sending'`;
const LET_GO = 'owner = null, lease_until = null';
const SENT = `update outbox
  set state = 'sent', receipt = :receipt, finished_at = :at, reply = null, ${LET_GO} where ${HELD}`;
const DEAD = `update outbox
  set state = 'dead', dead_because = :reason, why = :why, finished_at = :at, ${LET_GO} where ${HELD}`;
const UNKNOWN = `update outbox
  set state = 'unknown', doubted = 1, why = :why, due_at = :dueAt, ${LET_GO} where ${HELD}`;
const AGAIN = `update outbox
  set state = iif(doubted, 'unknown', 'due'), waits = waits + :free, why = :why, due_at = :dueAt, ${LET_GO}
  where ${HELD}`;

const ABANDONED = `select id, tries, waits, doubted from outbox
  where channel = +? and finished_at is null and state = 'sending' and lease_until < +?`;
const TRIES = `select chat, tried_at from outbox
  where channel = +? and tried_at >= +? order by tried_at`;

type MoveRow = (id: number, to: string) => void;

/** Taking messages and writing down what became of them. `moveOf` rewrites the chat of a message, within its transaction. */
export function outboxTries(
  database: Database,
  moveOf: MoveRow,
): Pick<OutboxStore, 'due' | 'read' | 'claim' | 'settle' | 'abandoned' | 'triesSince'> {
  const due = database.prepare(DUE);
  const abandoned = database.prepare(ABANDONED);
  const tries = database.prepare(TRIES);
  const read = reader(database);
  const take = database.prepare(TAKE);
  const settle = settler(database, moveOf);
  return {
    due: async (channel, at) =>
      due.all({ channel, at: momentText(at) }).map((row) => SendableRow.parse(row)),
    read: async (id, at) => read(id, at),
    claim: async (id, { owner, at, until }) => {
      const moments = { at: momentText(at), until: momentText(until) };
      return TryRow.optional().parse(take.get({ id, owner, ...moments })) ?? null;
    },
    settle: async (held, verdict, at) => settle(held, verdict, at),
    abandoned: async (channel, at) =>
      abandoned.all(channel, momentText(at)).map((row) => TryRow.parse(row)),
    triesSince: async (channel, since) =>
      tries.all(channel, momentText(since)).map((row) => PastTryRow.parse(row)),
  };
}

function reader(database: Database) {
  const find = database.prepare(READ);
  const giveUp = database.prepare(GIVE_UP);
  return (id: number, at: Temporal.Instant): Message | null => {
    const row = find.get(id);
    if (row === undefined) return null;
    const read = MessageRow.safeParse(row);
    if (read.success) return read.data;
    giveUp.run({ id, at: momentText(at) });
    return null;
  };
}

function settler(database: Database, moveOf: MoveRow) {
  const sent = database.prepare(SENT);
  const dead = database.prepare(DEAD);
  const unknown = database.prepare(UNKNOWN);
  const again = database.prepare(AGAIN);
  const write = (held: Try, verdict: Verdict, moment: Temporal.Instant): number => {
    const at = momentText(moment);
    const who = { id: held.id, tries: held.tried.tries };
    switch (verdict.kind) {
      case 'sent':
        return sent.run({ ...who, at, receipt: verdict.receipt }).changes;
      case 'dead':
        return dead.run({ ...who, at, reason: verdict.reason, why: verdict.why }).changes;
      case 'unknown':
        return unknown.run({ ...who, why: verdict.why, dueAt: momentText(verdict.at) }).changes;
      case 'again': {
        const { costsNoTry, why } = verdict;
        const dueAt = momentText(verdict.at);
        return again.run({ ...who, free: Number(costsNoTry), why, dueAt }).changes;
      }
      case 'moved': {
        const { changes } = again.run({ ...who, free: 0, why: 'moved', dueAt: at });
        if (changes > 0) moveOf(held.id, verdict.to);
        return changes;
      }
    }
  };
  const settle = database.transaction(write);
  return (held: Try, verdict: Verdict, at: Temporal.Instant) =>
    settle.immediate(held, verdict, at) > 0;
}
