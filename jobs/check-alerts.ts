import { setImmediate as nextTurn } from 'node:timers/promises';

import { isQuiet } from '../src/alerts/quiet-hours.ts';
import { alertedChats } from '../src/answers/alert-chats.ts';
import { observedNow, type ObservingRoom } from '../src/answers/observed-now.ts';
import { warningChats, type WarningRoom } from '../src/answers/warn-chat.ts';
import type { AudienceStore } from '../src/audience/store.ts';
import { headlineOf } from '../src/replies/reply.ts';
import type { Job } from '../src/schedule/job.ts';

type Room = ObservingRoom &
  WarningRoom & { readonly audience: Pick<AudienceStore, 'alertSubscriptions' | 'bindingOf'> };

/**
 * Looks every minute whether there is something to warn of, and tells each chat in one message what is new since it was
 * told last. In quiet hours, and while a chat wants none, nothing is decided: afterwards what is the case then is.
 */
export function checkAlerts(room: Room): Job {
  const observed = observedNow(room);
  const warn = warningChats(room);
  return {
    name: 'check-alerts',
    when: '* * * * *',
    async run({ dry }) {
      const now = room.knowledge.clock.now();
      if (isQuiet(now, room.rules.quiet, room.due.calendar)) {
        return { summary: { quiet: 1 }, details: [] };
      }
      const chats = await alertedChats(room);
      const observations = await observed(chats, now);
      const summary = { queued: 0, nothingNew: 0, snoozed: 0, overtaken: 0 };
      const details: string[] = [];
      for (const chat of chats) {
        // Hundreds of chats take a while: people who ask meanwhile are answered in between.
        await nextTurn();
        const { messages, outcome } = await warn(chat, observations, { now, dry });
        details.push(...messages.map(({ key, reply }) => `${key} ${headlineOf(reply)}`));
        summary[outcome] += 1;
      }
      return { summary, details };
    },
  };
}
