import type { Channel, Delivery } from '../channels/channel.ts';
import type { Wait } from '../channels/wait.ts';
import type { Clock } from '../clock.ts';
import { faultText, type Log } from '../log.ts';
import type { Block } from '../replies/reply.ts';
import { settle, type Tried, type Verdict } from './settle.ts';
import type { Message, OutboxStore, Try } from './store.ts';

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

/** A message made ready to be sent. */
export type Ready = { readonly message: Message; readonly send: () => Promise<Delivery> };

/** Makes a message ready, marked if it may have arrived before. Never rejects: what fails, fails when it is sent. */
export async function makeReady(
  message: Message,
  channel: Channel,
  { sentAgain, log }: Pick<DeliverDeps, 'sentAgain' | 'log'>,
): Promise<Ready> {
  const { key, address, reply, doubted } = message;
  // The mark comes first and as a headline, so that it stays with the chart when the text has no room there.
  const said = doubted ? { ...reply, blocks: [sentAgain, ...reply.blocks] } : reply;
  const plainly = { message, send: () => channel.deliver(address, said) };
  if (channel.prepare === undefined) return plainly;
  try {
    return { message, send: await channel.prepare(address, said) };
  } catch (error) {
    log.warn('outbox.notPrepared', { key, why: faultText(error) });
    return plainly;
  }
}

/**
 * Sends a message that is taken, writes down what became of it and tells. Never rejects: what cannot be written down is
 * left to the lease.
 */
export async function deliver(
  held: Try,
  { message: { key, address }, send }: Ready,
  deps: DeliverDeps & { readonly channel: string },
): Promise<Delivery> {
  const delivery = await outcomeOf(send, deps);
  try {
    tell({ key, tried: held.tried }, await settleTry(held, delivery, deps), deps.log);
    if (delivery.kind === 'never' && delivery.chatClosed === true) {
      await deps.onNever(deps.channel, address.chat, delivery.why);
    }
  } catch (error) {
    deps.log.error('outbox.notWrittenDown', { key, why: faultText(error) });
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
  send: Ready['send'],
  { wait, deliveryMs }: DeliverDeps,
): Promise<Delivery> {
  const done = new AbortController();
  const tooLate: Promise<Delivery> = wait(deliveryMs, done.signal).then(() => ({
    kind: 'unknown',
    why: 'noOutcomeInTime',
  }));
  try {
    return await Promise.race([send(), tooLate]);
  } catch (error) {
    return { kind: 'unknown', why: faultText(error) };
  } finally {
    done.abort();
  }
}

type Told = { readonly key: string; readonly tried: Tried };

function tell({ key, tried }: Told, verdict: Verdict | 'leaseLost', log: Log): void {
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
