import { join } from 'node:path';

import { openStorage } from '../../../src/storage/open.ts';
import { tokenStore } from '../../../src/storage/token-store.ts';
import { ACCOUNT } from '../../channels/zalo-oa/client-of.ts';
import { LOST_ANSWER as BOT_LOST, RESET as BOT_RESET } from '../../doubles/zalo-bot/faults.ts';
import { ZaloBotDouble } from '../../doubles/zalo-bot/zalo-bot-double.ts';
import { LOST_ANSWER, RESET } from '../../doubles/zalo-oa/faults.ts';
import { FIRST_REFRESH_TOKEN } from '../../doubles/zalo-oa/oauth.ts';
import { ZaloOaDouble } from '../../doubles/zalo-oa/zalo-oa-double.ts';
import { STORES } from './batch.ts';
import { type Arrival, KillDouble } from './double.ts';
import type { KillWay } from './ways.ts';

/** The other side of a process that is killed: a messenger for each of its stores, or one for all. */
export type KillDoubles = AsyncDisposable & {
  readonly ports: string;
  arrivals(): readonly Arrival[];
  /** Called when a call comes in, and again when its answer is out. */
  onCall: () => void;
  /** Called when tokens have been given and are not on their way yet. */
  onTokensGiven: () => void;
  /** What a keeper does between two lives: refresh tokens for the stores, new ones where the last pair was lost. */
  tokensFor(folder: string): Promise<string>;
  /** How often a pair was lost. */
  lost: number;
  /** How often a refresh token was refused. */
  refused(): number;
};

/** Opens the doubles of a messenger. */
export function openDoubles(way: KillWay): Promise<KillDoubles> {
  switch (way) {
    case 'thin':
      return thinDoubles();
    case 'zalo-bot':
      return botDoubles();
    case 'zalo-oa':
      return oaDoubles();
  }
}

const NOTHING = () => undefined;
const NO_TOKENS = { onTokensGiven: NOTHING, tokensFor: async () => '', lost: 0, refused: () => 0 };

/** One call in so many is carried out and its answer lost; as many are lost before. */
const LOST_EVERY = 23;
/** Access tokens stop working after so many messages. */
const TOKENS_FOR = 9;

const numbers = Array.from({ length: STORES }, (_, number) => number);
const portOf = (root: string) => new URL(root).port;
const flat = (text: string) => text.replaceAll(/\s+/gu, ' ');

async function thinDoubles(): Promise<KillDoubles> {
  const double = new KillDouble();
  const port = await double.open();
  const doubles: KillDoubles = {
    ...NO_TOKENS,
    ports: numbers.map(() => port).join(','),
    arrivals: () => double.arrivals,
    onCall: NOTHING,
    [Symbol.asyncDispose]: () => double[Symbol.asyncDispose](),
  };
  double.onCall = () => doubles.onCall();
  return doubles;
}

async function botDoubles(): Promise<KillDoubles> {
  const place = { publicUrl: 'https://bot.example.vn', local: () => '' };
  const bots = await Promise.all(numbers.map(() => ZaloBotDouble.open(place)));
  const doubles: KillDoubles = {
    ...NO_TOKENS,
    ports: bots.map(({ root }) => portOf(root)).join(','),
    arrivals: () =>
      bots.flatMap(({ sent }, store) =>
        sent.map(({ id, chat, text }) => ({
          store: String(store),
          chat,
          text: flat(text),
          receipt: id,
        })),
      ),
    onCall: NOTHING,
    [Symbol.asyncDispose]: () => closed(bots),
  };
  for (const bot of bots) {
    watch(bot, () => {
      if (bot.calls.length % LOST_EVERY === 0) bot.fails('sendMessage', BOT_LOST);
      if (bot.calls.length % LOST_EVERY === 7) bot.fails('sendMessage', BOT_RESET);
      doubles.onCall();
    });
  }
  return doubles;
}

async function oaDoubles(): Promise<KillDoubles> {
  const accounts = await Promise.all(numbers.map(() => ZaloOaDouble.open()));
  const tokens = numbers.map(() => FIRST_REFRESH_TOKEN);
  const doubles: KillDoubles = {
    ports: accounts.map(({ root }) => portOf(root)).join(','),
    arrivals: () =>
      accounts.flatMap(({ sent }, store) =>
        sent.map(({ id, recipient, text }) => ({
          store: String(store),
          chat: `gmf-${recipient}`,
          text: flat(text),
          receipt: id,
        })),
      ),
    onCall: NOTHING,
    onTokensGiven: NOTHING,
    lost: 0,
    refused: () => accounts.reduce((sum, { oauth }) => sum + oauth.refused, 0),
    async tokensFor(folder) {
      for (const [store, account] of accounts.entries()) {
        const held = await heldIn(join(folder, `${String(store)}.db`));
        if (held === null || account.oauth.isGood(held)) continue;
        doubles.lost += 1;
        tokens[store] = `consent-${String(doubles.lost)}`;
        account.oauth.consent(tokens[store]);
      }
      return tokens.join(',');
    },
    [Symbol.asyncDispose]: () => closed(accounts),
  };
  for (const account of accounts) {
    for (const group of ['1', '2']) account.api.gmf.add(group);
    account.onCarriedOut = (path) => {
      if (path.endsWith('access_token')) doubles.onTokensGiven();
      else if (account.sent.length % TOKENS_FOR === 0) account.oauth.expireAccess();
    };
    watch(account, () => {
      if (account.calls.length % LOST_EVERY === 0) account.fails('group/message', LOST_ANSWER);
      if (account.calls.length % LOST_EVERY === 7) account.fails('group/message', RESET);
      doubles.onCall();
    });
  }
  return doubles;
}

/** The refresh token a store holds; null = it was never opened. */
async function heldIn(file: string): Promise<string | null> {
  using storage = openStorage(file);
  return (await tokenStore(storage).known(ACCOUNT))?.tokens.refreshToken ?? null;
}

type Watched = { until(read: () => false): Promise<unknown> };

/** Calls whenever something has come in or gone out. */
function watch(double: Watched, call: () => void): void {
  void double.until(() => {
    call();
    return false;
  });
}

async function closed(doubles: readonly AsyncDisposable[]): Promise<void> {
  await Promise.all(doubles.map((double) => double[Symbol.asyncDispose]()));
}
