import type { Channel } from '../channels/channel.ts';
import { faultText } from '../log.ts';
import { Bell } from './bell.ts';
import { deliver, type DeliverDeps, makeReady, type Ready, settleTry } from './deliver.ts';
import { MEMORY_MS, type Pace, Pacer } from './pace.ts';
import type { Try } from './store.ts';

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

/** Messages made ready ahead of their turns: enough to hide the drawing, few enough to wait for each chart in time. */
const AHEAD = 16;

type Turn = { readonly pacer: Pacer; readonly stop: AbortSignal };
type Held = { readonly held: Try; readonly answered: (atMs: number) => void };
type Taken = Held & { readonly ready: Ready };

/** Delivers what is due on one channel, at its pace. */
export class Courier {
  readonly #channel: Channel;
  readonly #pace: Pace;
  readonly #deps: CourierDeps;
  readonly #underWay = new Map<number, Promise<void>>();
  #pacer: Pacer | null = null;
  #ahead = 0;
  readonly #roomAhead = new Bell();
  #lastTurn: Promise<unknown> = Promise.resolve();

  constructor(channel: Channel, pace: Pace, deps: CourierDeps) {
    this.#channel = channel;
    this.#pace = pace;
    this.#deps = deps;
  }

  /** Sets everything that may go on its way, and tells after how long to look again. */
  async look(stop: AbortSignal): Promise<number> {
    const { store, clock, mostUnderWay, lookMs } = this.#deps;
    await this.#tidyUp();
    const pacer = await this.#paced();
    let pauseMs = lookMs;
    for (const { id, address } of await store.due(this.#channel.name, clock.now())) {
      if (this.#underWay.has(id)) continue;
      if (stop.aborted || this.#underWay.size >= mostUnderWay) break;
      const waitMs = pacer.chatWaitMs(address.chat, this.#nowMs());
      if (waitMs > 0) pauseMs = Math.min(pauseMs, waitMs);
      else {
        while (this.#ahead >= AHEAD) await this.#roomAhead.rung();
        this.#ahead += 1;
        this.#underWay.set(id, this.#bring(id, { pacer, stop }));
      }
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

  /** Makes a message ready, waits for its turn, takes it only then, and sends it. */
  async #bring(id: number, turn: Turn): Promise<void> {
    try {
      const taken = await this.#taken(id, turn).finally(() => {
        this.#ahead -= 1;
        this.#roomAhead.ring();
      });
      if (taken !== null) await this.#send(taken, turn.pacer);
      this.#underWay.delete(id);
      this.#deps.onSettled();
    } catch (error) {
      // Not at once again: the next look comes soon enough.
      this.#underWay.delete(id);
      this.#deps.log.error('outbox.notSent', { message: id, why: faultText(error) });
    }
  }

  async #taken(id: number, turn: Turn): Promise<Taken | null> {
    const { store, clock, log } = this.#deps;
    const message = await store.read(id, clock.now());
    if (message === null) {
      log.error('outbox.unreadable', { message: id });
      return null;
    }
    const ready = await makeReady(message, this.#channel, this.#deps);
    const held = await this.#inTurn(() => this.#take(id, ready, turn));
    return held && { ...held, ready };
  }

  async #send({ held, ready, answered }: Taken, pacer: Pacer): Promise<void> {
    const delivery = await deliver(held, ready, { ...this.#deps, channel: this.#channel.name });
    answered(this.#nowMs());
    if (delivery.kind === 'later' && delivery.costsNoTry === true) {
      pacer.flooded(ready.message.address.chat, delivery.waitMs, this.#nowMs());
    }
  }

  /** One after another, in the order of asking. */
  #inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
    const turn = this.#lastTurn.then(act);
    this.#lastTurn = turn.catch(() => undefined);
    return turn;
  }

  /** Waits until the channel takes another message and takes this one; null = stopped, or it is not to be had. */
  async #take(id: number, ready: Ready, { pacer, stop }: Turn): Promise<Held | null> {
    const { store, clock, wait, owner, leaseMs } = this.#deps;
    for (let waitMs = 1; waitMs > 0 && !stop.aborted;) {
      waitMs = pacer.waitMs(this.#nowMs());
      if (waitMs > 0) await wait(waitMs, stop);
    }
    if (stop.aborted) return null;
    const at = clock.now();
    const held = await store.claim(id, { owner, at, until: at.add({ milliseconds: leaseMs }) });
    if (held === null) return null;
    const { doubted, address } = ready.message;
    if (held.tried.doubted !== doubted) {
      // Another process had it meanwhile: it is to be marked now.
      await store.settle(held, { kind: 'again', at, costsNoTry: true, why: 'changed' }, at);
      return null;
    }
    return { held, answered: pacer.sent(address.chat, at.epochMilliseconds) };
  }

  #nowMs(): number {
    return this.#deps.clock.now().epochMilliseconds;
  }
}
