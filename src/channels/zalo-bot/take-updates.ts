import type { BotUpdate } from '#zalo-api-wrapper';

import { faultText } from '../../log.ts';
import { firstTime } from '../first-time.ts';
import { ZALO_BOT } from '../names.ts';
import { roomLog } from '../room-log.ts';
import { converse, type Conversing } from './converse.ts';
import { type Ears, heard } from './heard.ts';
import type { ZaloBotDeps } from './settings.ts';

/**
 * Takes over one update; resolves as soon as it is written down that it came, while its answer is still being made.
 * Nothing that is in an update can end the taking.
 */
export type Take = (update: BotUpdate) => Promise<void>;

/** What taking updates needs. */
type Taking = Conversing & { readonly counted: ZaloBotDeps['counted'] };

/** Takes updates for a bot with these ears, which may hear its name only later. Zalo numbers nothing: event and message id tell what was brought before. */
export function takeUpdates(ears: () => Ears, taking: Taking): Take {
  const { log } = taking.deps;
  const isNew = firstTime(ZALO_BOT, { ...taking.deps, log: roomLog('zaloBot', log) });
  const dealWith = async (update: BotUpdate): Promise<void> => {
    if (isMessage(update)) await taking.counted('received');
    const meaning = heard(update, ears());
    // whoever runs the bot may want to have it read
    if (meaning.kind === 'ignored' && update.kind === 'other') {
      log.info('zaloBot.eventIgnored', { event: update.eventName });
    }
    await converse(meaning, taking);
  };
  return async (update) => {
    if (!(await isNew(update.key))) {
      log.info('zaloBot.broughtTwice', { event: update.eventName });
      return;
    }
    void dealWith(update).catch((error: unknown) =>
      log.error('zaloBot.updateFailed', { why: faultText(error) }),
    );
  };
}

/** Whether a person wrote something, answered or not: the plan may count it. */
function isMessage({ kind, message }: BotUpdate): boolean {
  return kind !== 'other' && message?.from.isBot !== true;
}
