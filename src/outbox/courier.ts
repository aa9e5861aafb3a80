import type { Channel } from '../channels/channel.ts';
import { deliver, type DeliverDeps, settleTry } from './deliver.ts';
import { MEMORY_MS, type Pace, Pacer } from './pace.ts';
import type { Claim, Due } from './store.ts';

/** What the delivering of one channel works with. */
export type CourierDeps = DeliverDeps & {
  /** Names this process in the leases it takes. */
  readonly owner: string;
  /** After this a message whose process says nothing is taken for abandoned; longer than `deliveryMs`. */
  readonly leaseMs: number;
  /** Messages under way at the same time. */
  readonly mostUnderWay: number;
  /** The longest pause between two looks at what is due: another process may have put something. */
  readonly lookMs: number;
  /** A message is done with; the next of its chat may go. */
  readonly onSettled: () => void;
};

/** Delivers what is due on one channel, at its pace. */
export class Courier {
  readonly #channel: Channel;
  readonly #pace: Pace;
  readonly #deps: CourierDeps;
  readonly #underWay = new Map<number, Promise<void>>();
  #pacer: Pacer | null = null;

  constructor(channel: Channel, pace: Pace, deps: CourierDeps) {
    this.#channel = channel;
    this.#pace = pace;
    this.#deps = deps;
  }

  /** Sets everything that may go on its way, and tells after how long to look again. Ends early when stopped. */
  async look(stop: AbortSignal): Promise<number> {
    const { store, clock, mostUnderWay, lookMs } = this.#deps;
    await this.#tidyUp();
    const pacer = await this.#paced();
    let pauseMs = lookMs;
    for (const due of await store.due(this.#channel.name, clock.now())) {
      if (this.#underWay.has(due.id)) continue;
      if (stop.aborted || this.#underWay.size >= mostUnderWay) break;
      const waitMs = pacer.chatWaitMs(due.address.chat, this.#nowMs());
      if (waitMs > 0) pauseMs = Math.min(pauseMs, waitMs);
      else await this.#send(due, pacer, stop);
    }
    return pauseMs;
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay.values());
  }

  /** What a process left behind that died, and what nobody needs any more. */
  async #tidyUp(): Promise<void> {
    const { store, clock, log } = this.#deps;
    const { name } = this.#channel;
    for (const left of await store.abandoned(name, clock.now())) {
      await settleTry(left, { kind: 'unknown', why: 'processEnded' }, this.#deps);
      log.warn('outbox.abandoned', { channel: name, tries: left.tried.tries });
    }
    const late = await store.expire(name, clock.now());
    if (late > 0) log.warn('outbox.tooLate', { channel: name, messages: late });
  }

  /** The pace, with what was sent before a restart. */
  async #paced(): Promise<Pacer> {
    if (this.#pacer === null) {
      const since = this.#deps.clock.now().subtract({ milliseconds: MEMORY_MS });
      const past = await this.#deps.store.triesSince(this.#channel.name, since);
      this.#pacer = new Pacer(this.#pace, past);
    }
    return this.#pacer;
  }

  /** Waits for the channel's turn, takes the message only then, and lets its delivery run on. */
  async #send({ id, address }: Due, pacer: Pacer, stop: AbortSignal): Promise<void> {
    const { store, clock, wait, owner, leaseMs } = this.#deps;
    for (;;) {
      const waitMs = pacer.waitMs(this.#nowMs());
      if (waitMs === 0 || stop.aborted) break;
      await wait(waitMs, stop);
    }
    if (stop.aborted) return;
    const at = clock.now();
    const claim = await store.claim(id, { owner, at, until: at.add({ milliseconds: leaseMs }) });
    if (claim === null) return;
    pacer.sent(address.chat, at.epochMilliseconds);
    this.#underWay.set(id, this.#deliver(claim, pacer));
  }

  async #deliver(claim: Claim, pacer: Pacer): Promise<void> {
    const delivery = await deliver(claim, this.#channel, this.#deps);
    this.#underWay.delete(claim.id);
    if (delivery.kind === 'later' && delivery.asked === true) {
      pacer.flooded(claim.address.chat, delivery.waitMs, this.#nowMs());
    }
    this.#deps.onSettled();
  }

  #nowMs(): number {
    return this.#deps.clock.now().epochMilliseconds;
  }
}
