import type { Reception } from '../src/answers/reception.ts';
import type { Upkeep } from '../src/answers/upkeep.ts';
import type { Command } from '../src/dialogue/command.ts';
import type { OutboxStore } from '../src/outbox/store.ts';
import { stateAt } from '../src/polling/health.ts';
import { statusReply } from '../src/replies/status-reply.ts';

type Room = {
  readonly upkeep: Upkeep;
  readonly outbox: Pick<OutboxStore, 'counts'>;
  readonly reception: Pick<Reception, 'audience' | 'clock'>;
};

const OUTBOX_HOURS = 24;

/** How the bot does: its sources, its messages, its jobs, its store; for keepers. */
export function trangThai({ upkeep, outbox, reception: { audience, clock } }: Room): Command {
  return {
    async answer() {
      const now = clock.now();
      const sources = await upkeep.health.all();
      const subscribed = [
        ...(await audience.subscriptions('morningList')),
        ...(await audience.subscriptions('leaderDigest')),
        ...(await audience.alertSubscriptions()),
      ];
      const resting = subscribed.filter(({ pausedBecause }) => pausedBecause !== null);
      return statusReply({
        now,
        sources: sources.map((source) => ({ ...source, state: stateAt(source, now) })),
        outbox: await outbox.counts(now.subtract({ hours: OUTBOX_HOURS })),
        restingChats: new Set(resting.map(({ channel, address }) => `${channel}:${address.chat}`))
          .size,
        jobs: await upkeep.jobs.all(),
        size: upkeep.size(),
        versions: upkeep.versions(),
      });
    },
  };
}
