import type { Reception } from '../src/answers/reception.ts';
import type { Command } from '../src/dialogue/command.ts';
import type { OutboxStore } from '../src/outbox/store.ts';
import { askStatus, type Upkeep } from '../src/queries/status.ts';
import { statusReply } from '../src/replies/status-reply.ts';

type Room = {
  readonly upkeep: Upkeep;
  readonly outbox: Pick<OutboxStore, 'counts'>;
  readonly reception: Pick<Reception, 'audience' | 'clock'>;
};

/** How the bot does: its sources, its messages, its jobs, its store; for keepers. */
export function trangThai({ upkeep, outbox, reception: { audience, clock } }: Room): Command {
  return {
    async answer() {
      const now = clock.now();
      const subscribed = [
        ...(await audience.subscriptions('morningList')),
        ...(await audience.subscriptions('leaderDigest')),
        ...(await audience.alertSubscriptions()),
      ];
      const resting = subscribed.filter(({ pausedBecause }) => pausedBecause !== null);
      const chats = new Set(resting.map(({ channel, address }) => `${channel}:${address.chat}`));
      return statusReply(await askStatus({ ...upkeep, outbox }, { now, restingChats: chats.size }));
    },
  };
}
