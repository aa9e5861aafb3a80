import { type ListAnswers, whoseList } from '../src/answers/whose-list.ts';
import { dayOf } from '../src/clock.ts';
import type { Command } from '../src/dialogue/command.ts';
import { morningReplies } from '../src/replies/morning-reply.ts';

/** Notes that this chat has seen today's list; the leaders' digest names those that have not. */
export function daNhan({ due, acknowledgements }: ListAnswers): Command {
  return {
    async answer(_, asker) {
      const whose = whoseList(asker, due.directory);
      if ('reply' in whose) return whose.reply;
      const { agency } = whose;
      const at = due.clock.now();
      const { channel, chat, person } = asker;
      const first = await acknowledgements.acknowledge({
        day: dayOf(at),
        channel,
        chat,
        agency: agency.id,
        person,
        at,
      });
      return morningReplies.acknowledged(agency, first);
    },
  };
}
