import type { Database } from 'better-sqlite3';
import * as z from 'zod';

import type { OutboxStore } from '../outbox/store.ts';
import { momentText } from './moment.ts';
import { audienceMover, type OnMoved } from './move-chat.ts';
import type { Storage } from './open.ts';
import { outboxMover } from './outbox-move.ts';
import { outboxPutter } from './outbox-put.ts';
import { UndeliveredRow } from './outbox-rows.ts';
import { outboxTries } from './outbox-tries.ts';

const EXPIRE = `update outbox set state = 'dead', dead_because = 'tooLate', finished_at = :at
  where channel = +:channel and finished_at is null and state <> 'sending' and not_after < :at`;
const NOT_DELIVERED = 'key, channel, chat, topic, dead_because, why, doubted, not_before, tries';
const OF_CHAT = 'and channel = +:channel and chat = +:chat';
const undeliveredOf = (which: '' | typeof OF_CHAT) => `
  select ${NOT_DELIVERED} from outbox where finished_at is null and tries > 0 ${which}
  union all
  select ${NOT_DELIVERED} from outbox where state = 'dead' and finished_at >= :since ${which}`;
const COUNTS = `select
  (select count(*) from outbox where finished_at is null and state <> 'sending') as waiting,
  (select count(*) from outbox where finished_at is null and state = 'sending') as sending,
  (select count(*) from outbox where state = 'sent' and finished_at >= :since) as sent,
  (select count(*) from outbox where state = 'dead' and finished_at >= :since) as dead`;
const FORGET = `update outbox set reply = null
  where state = 'dead' and finished_at < +? and reply is not null`;

const Counts = z.object({ waiting: z.int(), sending: z.int(), sent: z.int(), dead: z.int() });

/** Messages on their way, kept in `storage`; when a group gets another id, everything else kept of it follows. */
export function outboxStore(
  storage: Storage,
  { onMoved = audienceMover(storage) }: { readonly onMoved?: OnMoved } = {},
): OutboxStore {
  const { database } = storage;
  const put = database.transaction(outboxPutter(database));
  const mover = outboxMover(database, onMoved);
  const move = database.transaction(mover.move);
  const known = database.prepare('select 1 from outbox where key = +?');
  const expire = database.prepare(EXPIRE);
  const forget = database.prepare(FORGET);
  return {
    put: async (messages, at) => put.immediate(messages, at),
    knows: async (key) => known.get(key) !== undefined,
    move: async (channel, from, to) => move.immediate(channel, from, to),
    expire: async (channel, at) => expire.run({ channel, at: momentText(at) }).changes,
    forgetBefore: async (moment) => forget.run(momentText(moment)).changes,
    ...outboxTries(database, mover.moveOf),
    ...outboxLists(database),
  };
}

function outboxLists(
  database: Database,
): Pick<OutboxStore, 'undelivered' | 'countUndelivered' | 'counts'> {
  const statements = (which: '' | typeof OF_CHAT) => ({
    latest: database.prepare(`${undeliveredOf(which)} order by not_before desc, key limit :most`),
    count: database.prepare(`select count(*) from (${undeliveredOf(which)})`).pluck(),
  });
  const [ofAll, ofChat] = [statements(''), statements(OF_CHAT)];
  const counts = database.prepare(COUNTS);
  return {
    async undelivered(since, { most, chat }) {
      const { latest } = chat === undefined ? ofAll : ofChat;
      return z.array(UndeliveredRow).parse(latest.all({ since: momentText(since), most, ...chat }));
    },
    async countUndelivered(since, chat) {
      const { count } = chat === undefined ? ofAll : ofChat;
      return z.int().parse(count.get({ since: momentText(since), ...chat }));
    },
    counts: async (since) => Counts.parse(counts.get({ since: momentText(since) })),
  };
}
