import type { OaEvent } from '#zalo-api-wrapper';

import type { Channel } from '../channel.ts';
import type { Door } from '../door.ts';
import { type Asked, listening } from '../listening.ts';
import { roomLog } from '../room-log.ts';
import { converse, type Conversing } from './converse.ts';
import { heard } from './heard.ts';
import type { ZaloOaDeps, ZaloOaOptions } from './settings.ts';
import { webhookDoor } from './webhook.ts';

/** The listening half of the channel. */
type Ear = { readonly webhook: Door; readonly listen: Channel['listen'] };

type Hearing = {
  readonly options: ZaloOaOptions;
  readonly deps: ZaloOaDeps;
  readonly stopMs: number;
  readonly talking: Omit<Conversing, keyof Asked | 'deps'>;
};

/** Opens the ear: until `listen` is called, and after it has been stopped, Zalo is told to bring events again. */
export function openEar({ options, deps, stopMs, talking }: Hearing): Ear {
  const { wait, log } = deps;
  const { take, listen } = listening<(event: OaEvent) => void>({
    stopMs,
    wait,
    log: roomLog('zaloOa', log),
    hear(app, ready) {
      const conversing: Conversing = { ...talking, ...app, deps };
      ready((event) => void converse(heard(event, options.names), conversing));
    },
  });
  return { webhook: webhookDoor({ ...options, ...deps, take }), listen };
}
