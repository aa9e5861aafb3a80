import { type ListAnswers, whoseList, withoutAgency } from '../src/answers/whose-list.ts';
import { REMINDER_HOUR } from '../src/audience/usual-hours.ts';
import { dayOf } from '../src/clock.ts';
import type { Command } from '../src/dialogue/command.ts';
import { readReminder } from '../src/dialogue/read-reminder.ts';
import { morningReplies } from '../src/replies/morning-reply.ts';
import { momentAt } from '../src/schedule/slot.ts';

/** Sends today's list of this chat once more, at an hour. */
export function nhacLai({ due, acknowledgements }: ListAnswers): Command {
  return {
    async answer(_, asker) {
      const whose = whoseList(asker, due.directory);
      if ('reply' in whose) return whose.reply;
      const { agency } = whose;
      const now = due.clock.now();
      const hour = readReminder(withoutAgency(asker.words));
      if (hour === 'unclear') return morningReplies.hourUnclear();
      const at = momentAt(dayOf(now), hour ?? REMINDER_HOUR);
      if (Temporal.Instant.compare(at, now) <= 0) return morningReplies.hourPassed();
      const { channel, chat, topic } = asker;
      const address = { chat, topic: topic ?? null };
      await acknowledgements.remind({ channel, address, agency: agency.id, at });
      return morningReplies.willRemind(at);
    },
  };
}
