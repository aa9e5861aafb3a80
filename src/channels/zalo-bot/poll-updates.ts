import type { ZaloBot } from '#zalo-api-wrapper';

import type { Log } from '../../log.ts';
import { keepTrying } from '../keep-trying.ts';
import type { Wait } from '../wait.ts';
import { callFault } from './faults.ts';
import type { Take } from './take-updates.ts';

export type Polling = {
  readonly api: Pick<ZaloBot, 'getUpdates'>;
  readonly pollSeconds: number;
  readonly log: Log;
  readonly wait: Wait;
  readonly take: Take;
};

/** Pause after an empty poll, for servers that do not keep a poll open: they would be asked a thousand times a second. */
const BREATH_MS = 50;

/** Fetches updates until `stop` is aborted; never gives up. What is fetched is gone from Zalo: it cannot be confirmed. */
export async function pollUpdates(
  { api, pollSeconds, log, wait, take }: Polling,
  stop: AbortSignal,
): Promise<void> {
  const poll = () => api.getUpdates({ timeoutSeconds: pollSeconds }, { signal: stop });
  for (;;) {
    const polled = await keepTrying(poll, { faultOf: callFault, log, wait }, stop);
    if (polled === null) return;
    if (polled.done === null) await wait(BREATH_MS, stop);
    else await take(polled.done);
  }
}
