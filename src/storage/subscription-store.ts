import type { Database } from 'better-sqlite3';
import * as z from 'zod';

import type { AudienceStore, Subscription, SubscriptionKind } from '../audience/store.ts';
import type { PushKind } from '../outbox/message.ts';
import { AlertRow, MorningRow } from './audience-rows.ts';
import { momentText } from './moment.ts';
import { withdrawer } from './withdraw.ts';

type SubscriptionStore = Pick<
  AudienceStore,
  | 'subscribe'
  | 'unsubscribe'
  | 'subscriptionsOf'
  | 'subscriptions'
  | 'alertSubscriptions'
  | 'pause'
  | 'wake'
>;

const PUT = `insert or replace into subscriptions
  (channel, chat, topic, kind, agency, at, weekday, when_nothing, own_limit, since, paused_because)
  values (@channel, @chat, @topic, @kind, @agency, @at, @weekday, @whenNothing, @ownLimit, @since, @pausedBecause)`;
const SUBSCRIPTION_KINDS = ['morningList', 'leaderDigest', 'alerts'] as const;
/** What a chat is sent for what it has subscribed to. */
const PUSHES: Readonly<Record<SubscriptionKind, readonly PushKind[]>> = {
  morningList: ['morning-list', 'morning-list-missed', 'no-list', 'reminder'],
  leaderDigest: ['leader-digest', 'leader-digest-missed'],
  alerts: ['alert'],
};

type Ending = { readonly kind: SubscriptionKind | null; readonly agency: string | null };

const ALL = { kind: null, agency: null } as const;
const ORDER = 'order by at nulls last, channel, chat, agency';
const AnyRow = z.union([MorningRow, AlertRow]);

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
  const withdraw = withdrawer(database);
  const ended = database.transaction((channel: string, chat: string, what: Ending) => {
    for (const kind of what.kind === null ? SUBSCRIPTION_KINDS : [what.kind]) {
      // One message may tell of the alerts of several: what still is the case is told anew.
      const agency = kind === 'alerts' ? null : what.agency;
      withdraw({ channel, chat, kinds: PUSHES[kind], agency });
    }
    return end.run({ channel, chat, ...what }).changes;
  });
  const pause = database.prepare(
    'update subscriptions set paused_because = ? where channel = ? and chat = ?',
  );
  const wake = database.prepare(
    `update subscriptions set paused_because = null, since = ?
     where channel = ? and chat = ? and paused_because is not null`,
  );
  return {
    subscribe: async (subscription) => void put.run(rowOf(subscription)),
    unsubscribe: async (channel, chat, { kind, agency } = ALL) =>
      ended.immediate(channel, chat, { kind, agency }),
    subscriptionsOf: async (channel, chat) => z.array(AnyRow).parse(ofChat.all(channel, chat)),
    subscriptions: async (kind) => z.array(MorningRow).parse(ofKind.all(kind)),
    alertSubscriptions: async () => z.array(AlertRow).parse(ofKind.all('alerts')),
    pause: async (channel, chat, because) => void pause.run(because, channel, chat),
    wake: async (channel, chat, at) => wake.run(momentText(at), channel, chat).changes,
  };
}

function rowOf(subscription: Subscription) {
  const { channel, address, kind, agency, since, pausedBecause } = subscription;
  return {
    channel,
    chat: address.chat,
    topic: address.topic ?? '',
    kind,
    agency,
    since: momentText(since),
    pausedBecause,
    ...mannerOf(subscription),
  };
}

/** What only some kinds have. */
function mannerOf(subscription: Subscription) {
  if (subscription.kind === 'alerts') {
    return { at: null, weekday: null, whenNothing: null, ownLimit: subscription.ownLimit };
  }
  const { at, weekday, whenNothing } = subscription;
  return { at: at.toString({ smallestUnit: 'minute' }), weekday, whenNothing, ownLimit: null };
}
