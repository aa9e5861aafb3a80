import type { Database } from 'better-sqlite3';
import * as z from 'zod';

import type { AudienceStore, Subscription } from '../audience/store.ts';
import { SubscriptionRow } from './audience-rows.ts';
import { momentText } from './moment.ts';

type SubscriptionStore = Pick<
  AudienceStore,
  'subscribe' | 'unsubscribe' | 'subscriptionsOf' | 'subscriptions' | 'pause'
>;

const PUT = `insert or replace into subscriptions
  (channel, chat, topic, kind, agency, at, weekday, when_nothing, since, paused_because)
  values (@channel, @chat, @topic, @kind, @agency, @at, @weekday, @whenNothing, @since, @pausedBecause)`;
const ALL = { kind: null, agency: null } as const;
const ORDER = 'order by at, channel, chat, agency';

/** What chats are sent without asking. */
export function subscriptionStore(database: Database): SubscriptionStore {
  const put = database.prepare(PUT);
  const end = database.prepare(
    `delete from subscriptions where channel = @channel and chat = @chat
     and (@kind is null or kind = @kind) and (@agency is null or agency = @agency)`,
  );
  const ofChat = database.prepare(
    `select * from subscriptions where channel = ? and chat = ? ${ORDER}`,
  );
  const ofKind = database.prepare(`select * from subscriptions where kind = ? ${ORDER}`);
  const pause = database.prepare(
    'update subscriptions set paused_because = ? where channel = ? and chat = ?',
  );
  return {
    subscribe: async (subscription) => void put.run(rowOf(subscription)),
    unsubscribe: async (channel, chat, { kind, agency } = ALL) =>
      end.run({ channel, chat, kind, agency }).changes,
    subscriptionsOf: async (channel, chat) => parsed(ofChat.all(channel, chat)),
    subscriptions: async (kind) => parsed(ofKind.all(kind)),
    pause: async (channel, chat, because) => void pause.run(because, channel, chat),
  };
}

function parsed(rows: unknown): readonly Subscription[] {
  return z.array(SubscriptionRow).parse(rows);
}

function rowOf({ address: { chat, topic }, at, since, ...rest }: Subscription) {
  return {
    ...rest,
    chat,
    topic: topic ?? '',
    at: at.toString({ smallestUnit: 'minute' }),
    since: momentText(since),
  };
}
