import type { Database } from 'better-sqlite3';

import { markOf } from '../audit/reply-mark.ts';
import type { Outgoing, Put } from '../outbox/message.ts';
import { auditValues, INSERT_AUDIT } from './audit-rows.ts';
import { redirector } from './outbox-move.ts';
import { messageValues } from './outbox-rows.ts';
import { NEWEST_SNAPSHOT, revisionOf } from './versions.ts';

const INSERT = `insert into outbox
    (key, channel, chat, topic, reply, not_before, not_after, put_at, state, due_at)
  values (:key, :channel, :chat, :topic, :reply, :notBefore, :notAfter, :at, 'due', :notBefore)
  on conflict (key) do nothing`;

const RENEW = `update outbox set reply = :reply where key = :key and state = 'due' and tries = 0`;

/** Queues messages one after another; whoever calls it holds the transaction. */
export type PutRows = (messages: readonly Outgoing[], at: Temporal.Instant) => Put;

/** Makes the function that queues messages whose keys are new, for where their chats are now, and keeps account of them. */
export function outboxPutter(database: Database): PutRows {
  const insert = database.prepare(INSERT);
  const renew = database.prepare(RENEW);
  const redirected = redirector(database);
  const account = accountant(database);
  return (messages, at) => {
    let queued = 0;
    for (const message of messages) {
      const there = redirected(message);
      const values = messageValues(there, at);
      const isRenewed = there.renews !== undefined && renew.run(values).changes > 0;
      const isNew = !isRenewed && there.renews !== 'only' && insert.run(values).changes > 0;
      if (isRenewed || isNew) account(there, at);
      queued += Number(isNew);
    }
    return { queued, known: messages.length - queued };
  };
}

/** Of what it said the outbox keeps nothing once it is sent. */
function accountant(database: Database) {
  const add = database.prepare(INSERT_AUDIT);
  const revisionNow = revisionOf(database.prepare(NEWEST_SNAPSHOT).pluck());
  return (
    { key, channel, address, reply, about: told = [] }: Outgoing,
    at: Temporal.Instant,
  ): void => {
    const revision = revisionNow();
    const typed = [key, ...told].join('/');
    const about = { at, channel, chat: address.chat, person: null, role: null, typed };
    const { snapshots } = reply;
    add.run(auditValues({ ...about, ...markOf(reply), asked: null, snapshots, revision }));
  };
}
