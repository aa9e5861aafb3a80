import type { AlertStore } from '../src/alerts/store.ts';
import type { Reception } from '../src/answers/reception.ts';
import { USUAL_HOURS } from '../src/audience/usual-hours.ts';
import type { WorkingCalendar } from '../src/calendar/working-calendar.ts';
import { addWorkingDays } from '../src/calendar/working-days.ts';
import { dayOf } from '../src/clock.ts';
import type { Command } from '../src/dialogue/command.ts';
import { readAlertAnswer } from '../src/dialogue/read-alert-answer.ts';
import type { Outgoing } from '../src/outbox/message.ts';
import { openAlertsReplies } from '../src/replies/open-alerts-reply.ts';
import { momentAt } from '../src/schedule/slot.ts';

type Room = {
  readonly alerts: AlertStore<Outgoing>;
  readonly reception: Pick<Reception, 'audience' | 'directory' | 'clock'>;
  readonly calendar: WorkingCalendar;
};

/** The alerts of this chat that are not over: shows them, notes that they have been seen, puts them off, or not any more. */
export function canhBao({ alerts, reception, calendar }: Room): Command {
  return {
    async answer(_, asker) {
      const { channel, chat, words } = asker;
      const where = { channel, chat };
      const now = reception.clock.now();
      const said = readAlertAnswer(words);
      switch (said.kind) {
        case 'acknowledge':
          return openAlertsReplies.acknowledged(await alerts.acknowledge(where, now), now);
        case 'wake':
          await alerts.snooze(where, null);
          return openAlertsReplies.awake();
        case 'snooze': {
          const until =
            said.hours === null ? nextMorning(now, calendar) : now.add({ hours: said.hours });
          await alerts.snooze(where, until);
          return openAlertsReplies.snoozed(until);
        }
        case 'show': {
          const subscriptions = await reception.audience.subscriptionsOf(channel, chat);
          const isSubscribed = subscriptions.some(({ kind }) => kind === 'alerts');
          const told = await alerts.alertsOf(where);
          return openAlertsReplies.open({ ...told, isSubscribed, now }, reception.directory);
        }
      }
    },
  };
}

/** When the next working day's lists come. */
function nextMorning(now: Temporal.Instant, calendar: WorkingCalendar): Temporal.Instant {
  return momentAt(addWorkingDays(dayOf(now), 1, calendar), USUAL_HOURS.morningList);
}
