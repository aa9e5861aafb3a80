import { faultText } from '../log.ts';
import type { Answer, Channel } from './channel.ts';
import { type InOrder, inOrder } from './in-order.ts';
import type { RoomLog } from './room-log.ts';
import type { Wait } from './wait.ts';

/** Messages of one chat that may wait for their answers. */
const LONGEST_QUEUE = 50;

/** The app that answers, and the order in which it is asked. */
export type Asked = { readonly answer: Answer; readonly queue: InOrder };

/** How one messenger is listened to. */
type Hearing<Take> = {
  /**
   * Hears until stopped, and resolves then; `ready` is told what takes over what is heard, as soon as anything can be
   * understood.
   */
  readonly hear: (
    app: Asked,
    ready: (take: Take) => void,
    stop: AbortSignal,
  ) => Promise<void> | void;
  /** How long stopping waits for answers under way: a chat that refuses for a minute must not hold up the shutdown. */
  readonly stopMs: number;
  readonly wait: Wait;
  readonly log: RoomLog;
};

type Listening<Take> = {
  /** What takes over what is heard now; null = not yet, or no more: the messenger shall bring it again. */
  readonly take: () => Take | null;
  /** Returns at once and keeps trying in the background while the messenger cannot be reached. */
  readonly listen: Channel['listen'];
};

/** The listening half of a channel. */
export function listening<Take>({ hear, stopMs, wait, log }: Hearing<Take>): Listening<Take> {
  let take: Take | null = null;

  async function inTime(work: Promise<void>): Promise<void> {
    const done = new AbortController();
    const tooLate = wait(stopMs, done.signal).then(() => 'tooLate' as const);
    if ((await Promise.race([work, tooLate])) === 'tooLate') log.warn('answersCutShort');
    done.abort();
  }

  return {
    take: () => take,
    async listen(answer) {
      const stop = new AbortController();
      const queue = inOrder(LONGEST_QUEUE, (error) =>
        log.error('answerFailed', { why: faultText(error) }),
      );
      const ready = (taking: Take) => {
        if (!stop.signal.aborted) take = taking;
      };
      const ended = ending(hear({ answer, queue }, ready, stop.signal), log);
      return async () => {
        take = null;
        stop.abort();
        await inTime(ended.then(() => queue.idle()));
      };
    },
  };
}

async function ending(hearing: Promise<void> | void, log: RoomLog): Promise<void> {
  try {
    await hearing;
  } catch (error) {
    log.error('listeningEnded', { why: faultText(error) });
  }
}
