import type { Database } from 'better-sqlite3';

import type { Outgoing, Put } from '../outbox/message.ts';
import { redirector } from './outbox-move.ts';
import { messageValues } from './outbox-rows.ts';

const INSERT = `insert into outbox
    (key, channel, chat, topic, reply, not_before, not_after, put_at, state, due_at)
  values (:key, :channel, :chat, :topic, :reply, :notBefore, :notAfter, :at, 'due', :notBefore)
  on conflict (key) do nothing`;

/** Queues messages one after another; whoever calls it holds the transaction. */
export type PutRows = (messages: readonly Outgoing[], at: Temporal.Instant) => Put;

/** Makes the function that queues messages whose keys are new, for where their chats are now. */
export function outboxPutter(database: Database): PutRows {
  const insert = database.prepare(INSERT);
  const redirected = redirector(database);
  return (messages, at) => {
    let queued = 0;
    for (const message of messages) {
      queued += insert.run(messageValues(redirected(message), at)).changes;
    }
    return { queued, known: messages.length - queued };
  };
}
