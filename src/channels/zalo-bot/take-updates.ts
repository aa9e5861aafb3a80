import type { BotUpdate } from '#zalo-api-wrapper';

import { faultText } from '../../log.ts';
import { converse, type Conversing } from './converse.ts';
import { type Ears, heard } from './heard.ts';
import { ZALO_BOT } from './settings.ts';

/**
 * Takes over one update; resolves as soon as it is written down that it came, while its answer is still being made.
 * Nothing that is in an update can end the taking.
 */
export type Take = (update: BotUpdate) => Promise<void>;

/** Takes updates for a bot with these ears. Zalo numbers nothing: event and message id tell what was brought before. */
export function takeUpdates(ears: Ears, conversing: Conversing): Take {
  const { seen, clock, log } = conversing.deps;
  const isNew = async (key: string | null): Promise<boolean> => {
    try {
      return key === null || (await seen.isNew(ZALO_BOT, key, clock.now()));
    } catch (error) {
      // rather answered twice than not at all
      log.error('zaloBot.notWrittenDown', { why: faultText(error) });
      return true;
    }
  };
  return async (update) => {
    if (!(await isNew(update.key))) {
      log.info('zaloBot.broughtTwice', { event: update.eventName });
      return;
    }
    void converse(heard(update, ears), conversing).catch((error: unknown) =>
      log.error('zaloBot.updateFailed', { why: faultText(error) }),
    );
  };
}
