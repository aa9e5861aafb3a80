import { Api } from 'grammy';

import type { Channel } from '../channel.ts';
import type { Door } from '../door.ts';
import { listening } from '../listening.ts';
import { TELEGRAM } from '../names.ts';
import { roomLog } from '../room-log.ts';
import { routeOf } from '../webhook-route.ts';
import { pollUpdates } from './poll-updates.ts';
import { NO_SLOT } from './response-slot.ts';
import type { Desk } from './send-reply.ts';
import { rootOf, sentFiles } from './sent-file.ts';
import { connect, showMenu } from './set-up.ts';
import type { TelegramOptions } from './settings.ts';
import { type Take, takeUpdates } from './take-updates.ts';
import type { Me } from './update.ts';
import { WEBHOOK_PATH, webhookDoor } from './webhook.ts';

/** Seconds the client waits beyond the time Telegram may keep a poll open. */
const POLL_GRACE_SECONDS = 10;

/** The listening half of the channel. */
type Ear = { readonly webhook: Door | null; readonly listen: Channel['listen'] };

type Hearing = {
  readonly options: TelegramOptions;
  readonly api: Api;
  readonly desk: Desk;
};

/** A client of the Bot API that gives up a call after so many seconds. */
export function apiClient({ token, apiRoot }: TelegramOptions, timeoutSeconds: number): Api {
  const root = apiRoot === null ? {} : { apiRoot: rootOf(apiRoot) };
  return new Api(token, { timeoutSeconds, ...root });
}

/** Opens the ear: connects, shows the menu and, without a webhook, polls until stopped. */
export function openEar({ options, api, desk }: Hearing): Ear {
  const { deps, patience } = desk;
  const { log, wait } = deps;
  const route = routeOf(options, WEBHOOK_PATH);
  const { take, listen } = listening<Take>({
    stopMs: patience.stopMs,
    wait,
    log: roomLog(TELEGRAM, log),
    async hear(app, ready, stop) {
      const fileOf = sentFiles(options, { api, seconds: patience.sendSeconds });
      const conversing = { api, ...app, desk, words: options.words, fileOf };
      const readyAs = (me: Me) => {
        const taking = takeUpdates(me, conversing);
        ready(taking);
        return taking;
      };
      const taking = await connect({ api, log, wait, route, ready: readyAs }, stop);
      if (taking === null) return;
      const menu = showMenu({ api, log, wait }, options.commands);
      if (route === null) await poll({ options, desk }, taking, stop);
      await menu;
    },
  });
  if (route === null) return { webhook: null, listen };
  const { secret } = route;
  return { webhook: webhookDoor({ secret, responseMs: patience.responseMs, wait, take }), listen };
}

async function poll(
  { options, desk }: Pick<Hearing, 'options' | 'desk'>,
  taking: Take,
  stop: AbortSignal,
): Promise<void> {
  const { pollSeconds } = desk.patience;
  const { log, wait } = desk.deps;
  const api = apiClient(options, pollSeconds + POLL_GRACE_SECONDS);
  const take = (update: unknown) => taking(update, NO_SLOT);
  await pollUpdates({ api, pollSeconds, log, wait, take }, stop);
}
