import type { Clock } from '../clock.ts';
import { faultText } from '../log.ts';
import type { RoomLog } from './room-log.ts';
import type { SeenEvents } from './seen-events.ts';

/** Whether something is brought for the first time; what has no key always is. Never rejects. */
export type FirstTime = (key: string | null) => Promise<boolean>;

type Deps = { readonly seen: SeenEvents; readonly clock: Clock; readonly log: RoomLog };

/** Tells what one messenger brings twice, also across restarts. */
export function firstTime(channel: string, { seen, clock, log }: Deps): FirstTime {
  return async (key) => {
    try {
      return key === null || (await seen.isNew(channel, key, clock.now()));
    } catch (error) {
      // rather answered twice than not at all
      log.error('notWrittenDown', { why: faultText(error) });
      return true;
    }
  };
}
