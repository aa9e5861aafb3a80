import type { ZaloBot } from '#zalo-api-wrapper';

import { faultText } from '../../log.ts';
import type { Answer, Stop } from '../channel.ts';
import { type InOrder, inOrder } from '../in-order.ts';
import { BotNames } from './bot-names.ts';
import { connect, type Route } from './connect.ts';
import type { Conversing } from './converse.ts';
import { pollUpdates } from './poll-updates.ts';
import type { Patience, ZaloBotDeps, ZaloBotOptions } from './settings.ts';
import { type Take, takeUpdates } from './take-updates.ts';
import type { ZaloBotUnconfirmed } from './unconfirmed.ts';
import { secretFrom, WEBHOOK_PATH, type WebhookDoor, webhookDoor } from './webhook.ts';

/** Messages of one chat that may wait for their answers. */
const LONGEST_QUEUE = 50;

/** The listening half of the channel. */
export type Ear = {
  readonly webhook: WebhookDoor | null;
  readonly listen: (answer: Answer) => Promise<Stop>;
};

export type Hearing = {
  readonly options: ZaloBotOptions;
  readonly api: ZaloBot;
  readonly desk: Omit<Conversing, 'answer' | 'queue' | 'deps'> & {
    readonly deps: ZaloBotDeps;
    readonly counted: ZaloBotDeps['counted'];
  };
  readonly patience: Patience;
  readonly unconfirmed: ZaloBotUnconfirmed;
};

/** Opens the ear; `listen` returns at once and keeps trying in the background while Zalo cannot be reached. */
export function openEar(hearing: Hearing): Ear {
  const { options, desk, unconfirmed } = hearing;
  const { log } = desk.deps;
  const route = routeOf(options);
  const { addedEvents } = unconfirmed;
  let take: Take | null = null;
  return {
    webhook:
      route &&
      webhookDoor({
        secret: route.secret,
        unconfirmed,
        log,
        take: () => take,
      }),
    async listen(answer) {
      const stop = new AbortController();
      const queue = inOrder(LONGEST_QUEUE, (error) =>
        log.error('zaloBot.answerFailed', { why: faultText(error) }),
      );
      const names = new BotNames(options.names);
      const ears = () => ({ names: names.all, addedEvents });
      const taking = takeUpdates(ears, { ...desk, answer, queue });
      take = taking;
      const hearingEnded = hear(hearing, { route, names, take: taking }, stop.signal).catch(
        (error: unknown) => log.error('zaloBot.listeningEnded', { why: faultText(error) }),
      );
      return async () => {
        take = null;
        stop.abort();
        await inTime(allOut(hearingEnded, queue), hearing);
      };
    },
  };
}

async function allOut(hearingEnded: Promise<void>, queue: InOrder): Promise<void> {
  await hearingEnded;
  await queue.idle();
}

type Connection = { readonly route: Route; readonly names: BotNames; readonly take: Take };

/** Connects and, without a webhook, polls until stopped. */
async function hear(
  { api, desk, patience: { pollSeconds } }: Hearing,
  { route, names, take }: Connection,
  stop: AbortSignal,
): Promise<void> {
  const { log, wait } = desk.deps;
  const connected = await connect({ api, route, names, log, wait }, stop);
  if (connected && route === null) await pollUpdates({ api, pollSeconds, log, wait, take }, stop);
}

function routeOf({ mode, token }: ZaloBotOptions): Route {
  if (mode.kind === 'polling') return null;
  const url = new URL(WEBHOOK_PATH, mode.publicUrl).href;
  return { url, secret: mode.secret ?? secretFrom(token) };
}

/** Waits for what is under way, but not for ever: a chat that refuses for a minute must not hold up the shutdown. */
async function inTime(work: Promise<void>, { desk: { deps }, patience }: Hearing): Promise<void> {
  const done = new AbortController();
  const tooLate = deps.wait(patience.stopMs, done.signal).then(() => 'tooLate' as const);
  const ended = await Promise.race([work, tooLate]);
  if (ended === 'tooLate') deps.log.warn('zaloBot.answersCutShort');
  done.abort();
}
