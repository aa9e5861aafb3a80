import type { Api } from 'grammy';

import type { Log } from '../../log.ts';
import { keepTrying } from '../keep-trying.ts';
import type { Wait } from '../wait.ts';
import { callFault } from './faults.ts';
import { ALLOWED_UPDATES, NumberedUpdate } from './update.ts';

export type Polling = {
  /** A client that waits longer for an answer than `pollSeconds`. */
  readonly api: Api;
  readonly pollSeconds: number;
  readonly log: Log;
  readonly wait: Wait;
  /** Takes over an update; must not make the next poll wait. */
  readonly take: (update: unknown) => void;
};

/** Pause after an empty poll, for servers that do not keep a poll open: they would be asked a thousand times a second. */
const BREATH_MS = 50;

/**
 * Fetches updates until `stop` is aborted; never gives up. grammY's own `bot.start()` is not used because it handles
 * one update after another, ends for good when a second poller shows up, and sleeps in real time.
 */
export async function pollUpdates(polling: Polling, stop: AbortSignal): Promise<void> {
  const { api, pollSeconds, log, wait, take } = polling;
  let offset = 0;
  const poll = async () => {
    const batch = await api.getUpdates(
      { offset, timeout: pollSeconds, allowed_updates: ALLOWED_UPDATES },
      isGrammySignal(stop) ? stop : undefined,
    );
    return batch.map((raw) => ({ raw, number: NumberedUpdate.parse(raw).update_id }));
  };
  for (;;) {
    const polled = await keepTrying(poll, { faultOf: callFault, log, wait }, stop);
    if (polled === null) break;
    for (const { raw, number } of polled.done) {
      offset = Math.max(offset, number + 1);
      take(raw);
    }
    if (polled.done.length === 0) await wait(BREATH_MS, stop);
  }
  await confirm(api, offset);
}

type GrammySignal = NonNullable<Parameters<Api['getUpdates']>[1]>;

/** grammY types signals after a polyfill, but wants of them only what every signal can do. */
function isGrammySignal(signal: EventTarget): signal is EventTarget & GrammySignal {
  return signal instanceof AbortSignal;
}

/** Tells Telegram that the last batch arrived; otherwise it would come, and be answered, again after a restart. */
async function confirm(api: Api, offset: number): Promise<void> {
  if (offset === 0) return;
  await api.getUpdates({ offset, limit: 1, timeout: 0 }).catch(() => undefined);
}
