import { listFor, type ListRoom } from '../src/answers/list-for-chat.ts';
import { type MorningRoom, morningJob } from '../src/answers/morning-job.ts';
import { isAnythingDue } from '../src/dossiers/due-counts.ts';
import { atOneMoment } from '../src/queries/at-one-moment.ts';
import { noLonger } from '../src/queries/no-longer.ts';
import { morningReplies } from '../src/replies/morning-reply.ts';
import type { Job } from '../src/schedule/job.ts';

/** Sends each subscribed chat its list on working mornings; what could not be sent until noon is told of. */
export function morningList(room: ListRoom & MorningRoom): Job {
  return morningJob(
    {
      kind: 'morningList',
      missed: (agency, day) => morningReplies.missed(agency, day),
      noList: (agency, day) =>
        morningReplies.noList(agency, noLonger(room.due.directory, agency, day)),
      at(now) {
        const then = { ...room, due: atOneMoment(room.due, now) };
        return async ({ channel, address, whenNothing }, agency) => {
          const list = await listFor({ channel, chat: address.chat, agency }, then);
          if (list === null) return 'notAllowed';
          if (list.kind === 'noDossiers') return 'noList';
          if (!isAnythingDue(list.counts) && whenNothing === 'silent') return 'silent';
          return morningReplies.list(list);
        };
      },
    },
    room,
  );
}
