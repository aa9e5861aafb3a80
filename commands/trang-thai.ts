import type { Reception } from '../src/answers/reception.ts';
import { chatNames } from '../src/audience/chat-name.ts';
import type { Command } from '../src/dialogue/command.ts';
import type { OutboxStore } from '../src/outbox/store.ts';
import type { DueKnowledge } from '../src/queries/due-knowledge.ts';
import { askStatus, type Upkeep } from '../src/queries/status.ts';
import { askUnserved } from '../src/queries/unserved.ts';
import { statusReply } from '../src/replies/status-reply.ts';

type Room = {
  readonly upkeep: Upkeep;
  readonly outbox: Pick<OutboxStore, 'counts'>;
  readonly reception: Pick<Reception, 'audience' | 'clock'>;
  readonly due: Pick<DueKnowledge, 'directory' | 'dossiers'>;
};

/** How the bot does: its sources, its messages, its jobs, its store; for keepers. */
export function trangThai({ upkeep, outbox, due, reception: { audience, clock } }: Room): Command {
  return {
    async answer() {
      const now = clock.now();
      const onMornings = [
        ...(await audience.subscriptions('morningList')),
        ...(await audience.subscriptions('leaderDigest')),
      ];
      const subscribed = [...onMornings, ...(await audience.alertSubscriptions())];
      const resting = subscribed.filter(({ pausedBecause }) => pausedBecause !== null);
      const chats = new Set(resting.map(({ channel, address }) => `${channel}:${address.chat}`));
      const nameOf = chatNames(await audience.bindings());
      const unserved = (await askUnserved(due, onMornings)).map((one) => ({
        ...one,
        chat: nameOf(one),
      }));
      const ofChats = { now, restingChats: chats.size, unserved };
      return statusReply(await askStatus({ ...upkeep, outbox }, ofChats));
    },
  };
}
