import type { ZaloBot } from '#zalo-api-wrapper';

import type { Channel } from '../channel.ts';
import type { Door } from '../door.ts';
import { type Asked, listening } from '../listening.ts';
import { roomLog } from '../room-log.ts';
import { routeOf } from '../webhook-route.ts';
import { BotNames } from './bot-names.ts';
import { connect } from './connect.ts';
import type { Conversing } from './converse.ts';
import { pollUpdates } from './poll-updates.ts';
import type { Patience, ZaloBotDeps, ZaloBotOptions } from './settings.ts';
import { type Take, takeUpdates } from './take-updates.ts';
import type { ZaloBotUnconfirmed } from './unconfirmed.ts';
import { WEBHOOK_PATH, webhookDoor } from './webhook.ts';

/** The listening half of the channel. */
type Ear = { readonly webhook: Door | null; readonly listen: Channel['listen'] };

type Hearing = {
  readonly options: ZaloBotOptions;
  readonly api: ZaloBot;
  readonly desk: Omit<Conversing, keyof Asked | 'deps'> & {
    readonly deps: ZaloBotDeps;
    readonly counted: ZaloBotDeps['counted'];
  };
  readonly patience: Patience;
  readonly unconfirmed: ZaloBotUnconfirmed;
};

/** Opens the ear: connects and, without a webhook, polls until stopped. */
export function openEar({ options, api, desk, patience, unconfirmed }: Hearing): Ear {
  const { log, wait } = desk.deps;
  const { addedEvents } = unconfirmed;
  const { pollSeconds, stopMs } = patience;
  const route = routeOf(options, WEBHOOK_PATH);
  const { take, listen } = listening<Take>({
    stopMs,
    wait,
    log: roomLog('zaloBot', log),
    async hear(app, ready, stop) {
      const names = new BotNames(options.names);
      const taking = takeUpdates(() => ({ names: names.all, addedEvents }), { ...desk, ...app });
      ready(taking);
      const connected = await connect({ api, route, names, log, wait }, stop);
      if (!connected || route !== null) return;
      await pollUpdates({ api, pollSeconds, log, wait, take: taking }, stop);
    },
  });
  const { secret } = route ?? { secret: null };
  return {
    webhook: secret === null ? null : webhookDoor({ secret, unconfirmed, log, take }),
    listen,
  };
}
