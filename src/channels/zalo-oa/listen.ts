import type { OaEvent } from '#zalo-api-wrapper';

import { faultText } from '../../log.ts';
import type { Answer, Stop } from '../channel.ts';
import { inOrder } from '../in-order.ts';
import { converse, type Conversing } from './converse.ts';
import { heard } from './heard.ts';
import type { ZaloOaDeps, ZaloOaOptions } from './settings.ts';
import { type WebhookDoor, webhookDoor } from './webhook.ts';

/** Messages of one chat that may wait for their answers. */
const LONGEST_QUEUE = 50;

/** The listening half of the channel. */
export type Ear = {
  readonly webhook: WebhookDoor;
  readonly listen: (answer: Answer) => Promise<Stop>;
};

export type Hearing = {
  readonly options: ZaloOaOptions;
  readonly deps: ZaloOaDeps;
  readonly stopMs: number;
  readonly talking: Omit<Conversing, 'answer' | 'queue' | 'deps'>;
};

/** Opens the ear: until `listen` is called, and after it has been stopped, Zalo is told to bring events again. */
export function openEar({ options, deps, stopMs, talking }: Hearing): Ear {
  const { log } = deps;
  let take: ((event: OaEvent) => void) | null = null;
  return {
    webhook: webhookDoor({ ...options, ...deps, taker: () => take }),
    async listen(answer) {
      const queue = inOrder(LONGEST_QUEUE, (error) =>
        log.error('zaloOa.answerFailed', { why: faultText(error) }),
      );
      const conversing: Conversing = { ...talking, answer, queue, deps };
      take = (event) => void converse(heard(event, options.names), conversing);
      return async () => {
        take = null;
        await inTime(queue.idle(), stopMs, deps);
      };
    },
  };
}

/** Waits for what is under way, but not for ever. */
async function inTime(work: Promise<void>, ms: number, { wait, log }: ZaloOaDeps): Promise<void> {
  const done = new AbortController();
  const tooLate = wait(ms, done.signal).then(() => 'tooLate' as const);
  if ((await Promise.race([work, tooLate])) === 'tooLate') log.warn('zaloOa.answersCutShort');
  done.abort();
}
