import type { Api } from 'grammy';

import type { Log } from '../../log.ts';
import { keepTrying } from '../keep-trying.ts';
import type { Wait } from '../wait.ts';
import type { Route } from '../webhook-route.ts';
import { callFault } from './faults.ts';
import type { MenuCommand } from './settings.ts';
import { ALLOWED_UPDATES, Me } from './update.ts';

export type SettingUp = { readonly api: Api; readonly log: Log; readonly wait: Wait };

export type Connecting<Ready> = SettingUp & {
  readonly route: Route;
  /** Called as soon as the bot knows its name, before Telegram is told to bring updates. */
  readonly ready: (me: Me) => Ready;
};

/** Connects, however long Telegram cannot be reached, and returns what `ready` made; null = stopped before. */
export async function connect<Ready>(
  connecting: Connecting<Ready>,
  stop: AbortSignal,
): Promise<Ready | null> {
  const trying = { ...connecting, faultOf: callFault };
  const connected = await keepTrying(() => connectOnce(connecting), trying, stop);
  return connected && connected.done;
}

async function connectOnce<Ready>({ api, log, route, ready }: Connecting<Ready>): Promise<Ready> {
  const me = Me.parse(await api.getMe());
  const made = ready(me);
  if (route === null) await api.deleteWebhook();
  else {
    const { url, secret } = route;
    await api.setWebhook(url, { secret_token: secret, allowed_updates: ALLOWED_UPDATES });
  }
  log.info('telegram.connected', { username: me.username });
  // only the keeper can turn it off, with BotFather; until then plain talk and hyphen commands in groups are lost
  if (me.can_read_all_group_messages === false) {
    log.warn('telegram.privacyModeHidesHyphenCommands', { username: me.username });
  }
  return made;
}

/**
 * Shows the commands in the menus of private chats and groups, for Vietnamese phones and, as the general list, for
 * those set to another language. A menu that cannot be set is no reason not to answer.
 */
export async function showMenu(
  { api, log }: SettingUp,
  commands: readonly MenuCommand[],
): Promise<void> {
  for (const type of ['default', 'all_group_chats'] as const) {
    for (const language of [{}, { language_code: 'vi' as const }]) {
      try {
        await api.setMyCommands(commands, { scope: { type }, ...language });
      } catch (error) {
        log.warn('telegram.menuNotSet', { scope: type, why: callFault(error, 1).why });
        return;
      }
    }
  }
}
