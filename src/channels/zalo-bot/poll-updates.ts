import type { ZaloBot } from '#zalo-api-wrapper';

import type { Log } from '../../log.ts';
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
  let failures = 0;
  while (!stop.aborted) {
    try {
      const update = await api.getUpdates({ timeoutSeconds: pollSeconds }, { signal: stop });
      failures = 0;
      if (update === null) await wait(BREATH_MS, stop);
      else await take(update);
    } catch (error) {
      if (stop.aborted) break;
      failures += 1;
      const { event, level, waitMs, why } = callFault(error, failures);
      log[level](event, { why, failures, waitMs });
      await wait(waitMs, stop);
    }
  }
}
