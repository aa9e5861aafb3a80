import type { BotAccount, BotWebhook, ZaloBot } from '#zalo-api-wrapper';

import type { Log } from '../../log.ts';
import { keepTrying } from '../keep-trying.ts';
import type { Wait } from '../wait.ts';
import type { Route } from '../webhook-route.ts';
import type { BotNames } from './bot-names.ts';
import { callFault } from './faults.ts';

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
  const trying = { ...connecting, faultOf: callFault };
  return (await keepTrying(() => connectOnce(connecting, stop), trying, stop)) !== null;
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
