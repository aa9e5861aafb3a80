import type { Database } from 'better-sqlite3';
import * as z from 'zod';

import { chatRef } from '../audience/chat-name.ts';
import { movedKey, type Outgoing } from '../outbox/message.ts';
import type { OnMoved } from './move-chat.ts';

const Place = z.object({ channel: z.string(), chat: z.string() });
const Keyed = z.array(z.object({ id: z.int(), key: z.string() }));

// A key that the new id already has stays as it is: neither message is queued a second time.
const REWRITE = 'update or ignore outbox set key = :key where id = +:id and key <> :key';
const FOLLOW =
  'update outbox set chat = :to, topic = null where channel = +:channel and chat = +:from';
const SHORTEN = `update outbox_moves set new_chat = :to
  where channel = +:channel and new_chat = :from and old_chat <> :to`;
const REMEMBER = `insert into outbox_moves (channel, old_chat, new_chat) values (:channel, :from, :to)
  on conflict (channel, old_chat) do update set new_chat = excluded.new_chat`;
const FORGET_BACK = 'delete from outbox_moves where channel = +:channel and old_chat = +:to';

/** Rewriting the id of a chat; whoever calls it holds the transaction. */
export type Mover = {
  readonly move: OnMoved;
  /** The chat of this message is what moved. */
  readonly moveOf: (id: number, to: string) => void;
};

/**
 * Makes the functions that rewrite a chat's id in all its messages and their keys, remember it for messages put later,
 * and tell whoever else keeps the id.
 */
export function outboxMover(database: Database, onMoved: OnMoved): Mover {
  const place = database.prepare('select channel, chat from outbox where id = +?');
  const keys = database.prepare('select id, key from outbox where channel = +? and chat = +?');
  const rewrite = database.prepare(REWRITE);
  const steps = [FOLLOW, FORGET_BACK, SHORTEN, REMEMBER].map((sql) => database.prepare(sql));
  const move: OnMoved = (channel, from, to) => {
    if (from === to) return;
    const [old, now] = [chatRef(channel, from), chatRef(channel, to)];
    for (const { id, key } of Keyed.parse(keys.all(channel, from))) {
      rewrite.run({ id, key: movedKey(key, old, now) });
    }
    for (const step of steps) step.run({ channel, from, to });
    onMoved(channel, from, to);
  };
  return {
    move,
    moveOf: (id, to) => {
      const { channel, chat } = Place.parse(place.get(id));
      move(channel, chat, to);
    },
  };
}

/** Makes the function that turns a message for a chat that has moved into one for where it is now. */
export function redirector(database: Database): (message: Outgoing) => Outgoing {
  const find = database
    .prepare('select new_chat from outbox_moves where channel = +? and old_chat = +?')
    .pluck();
  return (message) => {
    const { channel, key, address } = message;
    const to = z.string().optional().parse(find.get(channel, address.chat));
    if (to === undefined) return message;
    const moved = movedKey(key, chatRef(channel, address.chat), chatRef(channel, to));
    return { ...message, key: moved, address: { chat: to, topic: null } };
  };
}
