import { type ListAnswers, whoseList, withoutAgency } from '../src/answers/whose-list.ts';
import { dayOf } from '../src/clock.ts';
import type { Command } from '../src/dialogue/command.ts';
import { readReminder } from '../src/dialogue/read-reminder.ts';
import { morningReplies } from '../src/replies/morning-reply.ts';
import { momentAt } from '../src/schedule/slot.ts';

/** When work after lunch has begun. */
const USUAL_HOUR = Temporal.PlainTime.from('14:00');

/** Sends today's list of this chat once more, at an hour. */
export function nhacLai({ due, acknowledgements }: ListAnswers): Command {
  return {
    async answer(_, asker) {
      const agency = whoseList(asker, due.directory);
      if (agency === null) return morningReplies.whoseList();
      const now = due.clock.now();
      const hour = readReminder(withoutAgency(asker.words));
      if (hour === 'unclear') return morningReplies.hourPassed();
      const at = momentAt(dayOf(now), hour ?? USUAL_HOUR);
      if (Temporal.Instant.compare(at, now) <= 0) return morningReplies.hourPassed();
      const { channel, chat, topic } = asker;
      const address = { chat, topic: topic ?? null };
      await acknowledgements.remind({ channel, address, agency: agency.id, at });
      return morningReplies.willRemind(at);
    },
  };
}
