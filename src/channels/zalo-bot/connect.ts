import type { BotAccount, BotWebhook, ZaloBot } from '#zalo-api-wrapper';

import type { Log } from '../../log.ts';
import type { Wait } from '../wait.ts';
import type { BotNames } from './bot-names.ts';
import { callFault } from './faults.ts';

/** Where Zalo is to bring updates; null = we fetch them. */
export type Route = { readonly url: string; readonly secret: string } | null;

export type Connecting = {
  readonly api: Pick<ZaloBot, 'getMe' | 'setWebhook' | 'deleteWebhook'>;
  readonly route: Route;
  /** What the bot is called in groups, as far as is known. */
  readonly names: BotNames;
  readonly log: Log;
  readonly wait: Wait;
};

/** Connects, however long Zalo cannot be reached; false = stopped before. */
export async function connect(connecting: Connecting, stop: AbortSignal): Promise<boolean> {
  const { log, wait } = connecting;
  for (let failures = 1; !stop.aborted; failures += 1) {
    try {
      await connectOnce(connecting, stop);
      return true;
    } catch (error) {
      if (stop.aborted) break;
      const { event, level, waitMs, why } = callFault(error, failures);
      log[level](event, { why, failures, waitMs });
      await wait(waitMs, stop);
    }
  }
  return false;
}

async function connectOnce(
  { api, route, names, log }: Connecting,
  signal: AbortSignal,
): Promise<void> {
  const { accountName, displayName, canJoinGroups }: BotAccount = await api.getMe({ signal });
  if (displayName !== null) names.add(displayName);
  if (route === null) await api.deleteWebhook({ signal });
  else {
    const hook = { url: route.url, secretToken: route.secret };
    tellOfTrial(await api.setWebhook(hook, { signal }), log);
  }
  log.info('zaloBot.connected', {
    account: accountName,
    by: route === null ? 'polling' : 'webhook',
  });
  // groups are in trial: not every bot may be invited
  if (!canJoinGroups) log.warn('zaloBot.mayNotJoinGroups', { account: accountName });
  // plain words in a group follow the name, and cannot be told from one that is not known
  else if (names.all.length === 0) log.warn('zaloBot.nameNotTold', { account: accountName });
}

/** Zalo tries the address at once and keeps it whatever comes of that: nothing would ever be heard, and nobody know why. */
function tellOfTrial({ url, verification }: BotWebhook, log: Log): void {
  if (verification?.ok !== false) return;
  const { outcome, statusCode, hint } = verification;
  log.error('zaloBot.webhookNotReached', { url, outcome, statusCode, hint });
}
