import { Api } from 'grammy';

import { faultText } from '../../log.ts';
import type { Answer, Stop } from '../channel.ts';
import { inOrder } from '../in-order.ts';
import { pollUpdates } from './poll-updates.ts';
import { NO_SLOT } from './response-slot.ts';
import type { Desk } from './send-reply.ts';
import { rootOf, sentFiles } from './sent-file.ts';
import { connect, type Route, showMenu } from './set-up.ts';
import type { TelegramOptions } from './settings.ts';
import { type Take, takeUpdates } from './take-updates.ts';
import type { Me } from './update.ts';
import { type Door, secretFrom, WEBHOOK_PATH, type WebhookDoor, webhookDoor } from './webhook.ts';

/** Messages of one chat that may wait for their answers. */
const LONGEST_QUEUE = 50;

/** Seconds the client waits beyond the time Telegram may keep a poll open. */
const POLL_GRACE_SECONDS = 10;

/** The listening half of the channel. */
export type Ear = {
  readonly webhook: WebhookDoor | null;
  readonly listen: (answer: Answer) => Promise<Stop>;
};

export type Hearing = {
  readonly options: TelegramOptions;
  readonly api: Api;
  readonly desk: Desk;
};

/** A client of the Bot API that gives up a call after so many seconds. */
export function apiClient({ token, apiRoot }: TelegramOptions, timeoutSeconds: number): Api {
  const root = apiRoot === null ? {} : { apiRoot: rootOf(apiRoot) };
  return new Api(token, { timeoutSeconds, ...root });
}

/** Opens the ear; `listen` returns at once and keeps trying in the background while Telegram cannot be reached. */
export function openEar(hearing: Hearing): Ear {
  const { options, api, desk } = hearing;
  const { log } = desk.deps;
  const route = routeOf(options);
  let take: Take | null = null;
  return {
    webhook:
      route &&
      doorOf(route.secret, desk, (update, slot) => {
        take?.(update, slot);
        return take !== null;
      }),
    async listen(answer) {
      const stop = new AbortController();
      const queue = inOrder(LONGEST_QUEUE, (error) =>
        log.error('telegram.answerFailed', { why: faultText(error) }),
      );
      const fileOf = sentFiles(options, { api, seconds: desk.patience.sendSeconds });
      const conversing = { api, answer, desk, queue, words: options.words, fileOf };
      const ready = (me: Me) => (take = takeUpdates(me, conversing));
      const hearingEnded = hear(hearing, { route, ready }, stop.signal).catch((error: unknown) =>
        log.error('telegram.listeningEnded', { why: faultText(error) }),
      );
      return async () => {
        take = null;
        stop.abort();
        await inTime(
          hearingEnded.then(() => queue.idle()),
          desk,
        );
      };
    },
  };
}

type Connection = { readonly route: Route; readonly ready: (me: Me) => Take };

/** Connects, shows the menu and, without a webhook, polls until stopped. */
async function hear(
  { options, api, desk }: Hearing,
  { route, ready }: Connection,
  stop: AbortSignal,
): Promise<void> {
  const { log, wait } = desk.deps;
  const take = await connect({ api, log, wait, route, ready }, stop);
  if (take === null) return;
  const menu = showMenu({ api, log, wait }, options.commands);
  if (route === null) {
    const { pollSeconds } = desk.patience;
    const pollApi = apiClient(options, pollSeconds + POLL_GRACE_SECONDS);
    const taking = (update: unknown) => take(update, NO_SLOT);
    await pollUpdates({ api: pollApi, pollSeconds, log, wait, take: taking }, stop);
  }
  await menu;
}

function doorOf(secret: string, { deps, patience }: Desk, take: Door['take']): WebhookDoor {
  return webhookDoor({ secret, responseMs: patience.responseMs, wait: deps.wait, take });
}

function routeOf({ mode, token }: TelegramOptions): Route {
  if (mode.kind === 'polling') return null;
  const url = new URL(WEBHOOK_PATH, mode.publicUrl).href;
  return { url, secret: mode.secret ?? secretFrom(token) };
}

/** Waits for what is under way, but not for ever: a chat that refuses for a minute must not hold up the shutdown. */
async function inTime(work: Promise<void>, { deps, patience }: Desk): Promise<void> {
  const done = new AbortController();
  const tooLate = deps.wait(patience.stopMs, done.signal).then(() => 'tooLate' as const);
  const ended = await Promise.race([work, tooLate]);
  if (ended === 'tooLate') deps.log.warn('telegram.answersCutShort');
  done.abort();
}
