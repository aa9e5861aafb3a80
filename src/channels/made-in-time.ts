import { faultText } from '../log.ts';
import type { RoomLog } from './room-log.ts';
import type { Wait } from './wait.ts';

/** How long an answer waits for what goes along with it. */
export type Hurry = { readonly wait: Wait; readonly chartMs: number; readonly log: RoomLog };

/** What goes along with a text. */
type Along = 'chart' | 'file' | 'text';

/** Something made ahead of sending; text never waits long for it, nor fails with it. Null = there is none, or not yet. */
export async function madeInTime<Made>(
  what: Along,
  make: () => Promise<Made>,
  { wait, chartMs, log }: Hurry,
): Promise<Made | null> {
  const done = new AbortController();
  const tooLate = wait(chartMs, done.signal).then(() => null);
  try {
    const made = await Promise.race([make(), tooLate]);
    if (made === null) log.warn('attachmentTooLate', { what, chartMs });
    return made;
  } catch (error) {
    log.warn('attachmentFailed', { what, why: faultText(error) });
    return null;
  } finally {
    done.abort();
  }
}
