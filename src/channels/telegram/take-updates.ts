import { faultText } from '../../log.ts';
import { converse, type Conversing } from './converse.ts';
import { heard } from './heard.ts';
import type { ResponseSlot } from './response-slot.ts';
import { type Me, readUpdate } from './update.ts';

/** Takes over one update without making its bringer wait; the slot is closed when the update is dealt with. */
export type Take = (update: unknown, slot: ResponseSlot) => void;

/** Takes updates for the bot `me`. Nothing that is in an update can end the taking. */
export function takeUpdates(me: Me, conversing: Conversing): Take {
  const { log } = conversing.desk.deps;
  return (raw, slot) => {
    const update = readUpdate(raw);
    if (update === null) {
      log.warn('telegram.updateUnreadable');
      slot.close();
      return;
    }
    converse(heard(update, me), slot, conversing)
      .catch((error: unknown) => log.error('telegram.updateFailed', { why: faultText(error) }))
      .finally(slot.close);
  };
}
