import type { Channel, Stop } from '../channels/channel.ts';
import { faultText } from '../log.ts';
import { Bell } from './bell.ts';
import { Courier, type CourierDeps } from './courier.ts';
import type { Outbox } from './message.ts';
import { type Pace, UNPACED } from './pace.ts';

/** How long the outbox puts up with things. */
type OutboxPatience = Pick<CourierDeps, 'leaseMs' | 'deliveryMs' | 'mostUnderWay' | 'lookMs'> & {
  /** How long stopping waits for what is under way. */
  readonly stopMs: number;
};

/** The lease outlasts the longest delivery; a delivery of many parts, each sent stubbornly, may take a minute and more. */
const DEFAULT_PATIENCE: OutboxPatience = {
  leaseMs: 150_000,
  deliveryMs: 120_000,
  mostUnderWay: 100,
  lookMs: 1_000,
  stopMs: 10_000,
};

export type OutboxOptions = Pick<
  CourierDeps,
  'store' | 'clock' | 'wait' | 'log' | 'random' | 'sentAgain' | 'onNever' | 'owner'
> & {
  readonly channels: readonly Channel[];
  /** By channel name; a channel without a pace takes messages as fast as they come. */
  readonly paces: Readonly<Record<string, Pace>>;
  readonly patience?: Partial<OutboxPatience>;
};

/** The outbox with its delivering. */
export type DeliveringOutbox = Outbox & {
  /** Starts delivering what is due, now and from then on. */
  run(): Stop;
  /**
   * Delivers once what may go now, of each chat one message; resolves when it is known what became of it.
   *
   * @internal Tests go round by round; the bot runs.
   */
  deliverRound(): Promise<void>;
};

/** Opens the outbox over its store. Nothing is sent before `run` or `deliverRound`. */
export function openOutbox({
  channels,
  paces,
  patience,
  ...options
}: OutboxOptions): DeliveringOutbox {
  const { stopMs, ...limits } = { ...DEFAULT_PATIENCE, ...patience };
  const bell = new Bell();
  const deps: CourierDeps = { ...options, ...limits, onSettled: () => bell.ring() };
  const couriers = channels.map(
    (channel) => new Courier(channel, paces[channel.name] ?? UNPACED, deps),
  );
  const idle = async () => void (await Promise.all(couriers.map((courier) => courier.idle())));
  return {
    async put(messages, at) {
      const put = await options.store.put(messages, at);
      if (put.queued > 0) bell.ring();
      return put;
    },
    knows: (key) => options.store.knows(key),
    run() {
      const stop = new AbortController();
      const rounds = couriers.map((courier) => keepLooking(courier, { deps, bell }, stop.signal));
      return async () => {
        stop.abort();
        await Promise.all(rounds);
        await inTime(idle(), stopMs, deps);
      };
    },
    async deliverRound() {
      const { signal } = new AbortController();
      await Promise.all(couriers.map((courier) => courier.look(signal)));
      await idle();
    },
  };
}

type Round = { readonly deps: CourierDeps; readonly bell: Bell };

/** Looks again and again until stopped; a look that fails (the disk is full) is repeated like any other. */
async function keepLooking(
  courier: Courier,
  { deps, bell }: Round,
  stop: AbortSignal,
): Promise<void> {
  while (!stop.aborted) {
    // Asked for before looking, so that nothing put meanwhile waits for the next look.
    const rung = bell.rung();
    const pauseMs = await courier.look(stop).catch((error: unknown) => {
      deps.log.error('outbox.lookFailed', { why: faultText(error) });
      return deps.lookMs;
    });
    const done = new AbortController();
    await Promise.race([rung, deps.wait(pauseMs, AbortSignal.any([stop, done.signal]))]);
    done.abort();
  }
}

/** Waits for what is under way, but not for ever; what is cut short is found by its lease. */
async function inTime(work: Promise<void>, ms: number, { wait, log }: CourierDeps): Promise<void> {
  const done = new AbortController();
  const tooLate = wait(ms, done.signal).then(() => 'tooLate' as const);
  if ((await Promise.race([work, tooLate])) === 'tooLate') log.warn('outbox.cutShort');
  done.abort();
}
