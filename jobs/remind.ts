import { listFor, type ListRoom } from '../src/answers/list-for-chat.ts';
import type { AcknowledgementStore, Reminder } from '../src/audience/acknowledgements.ts';
import { chatRef } from '../src/audience/chat-name.ts';
import { endOfDay } from '../src/calendar/due-bounds.ts';
import { dayOf } from '../src/clock.ts';
import { type Outbox, type Outgoing, pushKey } from '../src/outbox/message.ts';
import { morningReplies } from '../src/replies/morning-reply.ts';
import { headlineOf } from '../src/replies/reply.ts';
import type { Job } from '../src/schedule/job.ts';

type Room = ListRoom & {
  readonly acknowledgements: AcknowledgementStore;
  readonly outbox: Outbox;
};

/** Sends lists once more to the chats that asked for it, as they are by then. What is of another day is dropped. */
export function remind(room: Room): Job {
  return {
    name: 'remind',
    when: '* * * * *',
    async run({ dry }) {
      const { acknowledgements, due, outbox } = room;
      const now = due.clock.now();
      const reminders = await acknowledgements.remindersUntil(now);
      const messages: Outgoing[] = [];
      for (const reminder of reminders) {
        const message = await messageOf(reminder, now, room);
        if (message !== null) messages.push(message);
      }
      const dropped = reminders.length - messages.length;
      const details = messages.map(({ key, reply }) => `${key} ${headlineOf(reply)}`);
      if (dry) return { summary: { queued: messages.length, dropped }, details };
      // The message first: should this end in between, its key is known and it is not sent twice.
      const { queued, known } = await outbox.put(messages, now);
      for (const reminder of reminders) await acknowledgements.reminded(reminder);
      // Another process may have been quicker.
      return { summary: { queued, dropped, ...(known > 0 ? { known } : {}) }, details };
    },
  };
}

async function messageOf(
  { channel, address, agency, at }: Reminder,
  now: Temporal.Instant,
  room: Room,
): Promise<Outgoing | null> {
  if (!dayOf(at).equals(dayOf(now)) || !room.due.directory.has(agency)) return null;
  const listener = { channel, chat: address.chat, agency: room.due.directory.get(agency) };
  const list = await listFor(listener, room);
  if (list === null || list.kind === 'noDossiers') return null;
  return {
    key: pushKey('reminder', at.toString(), chatRef(channel, address.chat), agency),
    channel,
    address,
    reply: morningReplies.reminder(list),
    notBefore: now,
    // "Hôm nay" in it would be another day.
    notAfter: endOfDay(dayOf(now)),
  };
}
