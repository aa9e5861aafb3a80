import type { Channel, Delivery } from '../channels/channel.ts';
import type { Wait } from '../channels/wait.ts';
import type { Clock } from '../clock.ts';
import { faultText, type Log } from '../log.ts';
import type { Block } from '../replies/reply.ts';
import { settle, type Verdict } from './settle.ts';
import type { Claim, OutboxStore, Try } from './store.ts';

/** What a try at a message needs. */
export type DeliverDeps = {
  readonly store: OutboxStore;
  readonly clock: Clock;
  readonly wait: Wait;
  readonly log: Log;
  /** Random numbers in [0, 1). */
  readonly random: () => number;
  /** Begins a message that may already have arrived. */
  readonly sentAgain: Block;
  /** Hears of a chat that takes nothing from the bot any more: it was removed, or blocked. */
  readonly onNever: (channel: string, chat: string, why: string) => Promise<void>;
  /** Until a delivery that has no outcome is given up. */
  readonly deliveryMs: number;
};

/**
 * Delivers a taken message, writes down what became of it and tells. Never rejects: what cannot be written down is left
 * to the lease.
 */
export async function deliver(
  claim: Claim,
  channel: Channel,
  deps: DeliverDeps,
): Promise<Delivery> {
  const { address, reply, tried } = claim;
  // The mark comes first and as a headline, so that it stays with the chart when the text has no room there.
  const blocks = tried.doubted ? [deps.sentAgain, ...reply.blocks] : reply.blocks;
  const delivery = await outcomeOf(channel.deliver(address, { ...reply, blocks }), deps);
  try {
    tell(claim, await settleTry(claim, delivery, deps), deps.log);
    if (delivery.kind === 'never' && delivery.chatClosed === true) {
      await deps.onNever(channel.name, address.chat, delivery.why);
    }
  } catch (error) {
    deps.log.error('outbox.notWrittenDown', { key: claim.key, why: faultText(error) });
  }
  return delivery;
}

/** Writes down what became of a try, by the policy. `leaseLost`: somebody else has the message by now. */
export async function settleTry(
  held: Try,
  delivery: Delivery,
  { store, clock, random }: Pick<DeliverDeps, 'store' | 'clock' | 'random'>,
): Promise<Verdict | 'leaseLost'> {
  const now = clock.now();
  const verdict = settle(held.tried, delivery, { now, random: random() });
  return (await store.settle(held, verdict, now)) ? verdict : 'leaseLost';
}

/** The outcome of a delivery, which neither fails nor lasts for ever. */
async function outcomeOf(
  delivering: Promise<Delivery>,
  { wait, deliveryMs }: DeliverDeps,
): Promise<Delivery> {
  const done = new AbortController();
  const tooLate: Promise<Delivery> = wait(deliveryMs, done.signal).then(() => ({
    kind: 'unknown',
    why: 'noOutcomeInTime',
  }));
  try {
    return await Promise.race([delivering, tooLate]);
  } catch (error) {
    return { kind: 'unknown', why: faultText(error) };
  } finally {
    done.abort();
  }
}

function tell({ key, tried }: Claim, verdict: Verdict | 'leaseLost', log: Log): void {
  const about = { key, tries: tried.tries };
  if (verdict === 'leaseLost') return log.error('outbox.leaseLost', about);
  switch (verdict.kind) {
    case 'sent':
      return log.info('outbox.sent', { ...about, again: tried.doubted });
    case 'moved':
      return log.info('outbox.chatMoved', { ...about, to: verdict.to });
    case 'again':
    case 'unknown': {
      const { kind, why, at } = verdict;
      return log.warn(`outbox.${kind}`, { ...about, why, at: at.toString() });
    }
    case 'dead':
      return log.error('outbox.dead', { ...about, reason: verdict.reason, why: verdict.why });
  }
}
