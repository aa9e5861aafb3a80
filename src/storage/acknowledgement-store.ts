import * as z from 'zod';

import { AgencyId } from '../agencies/agency.ts';
import type { AcknowledgementStore, Reminder } from '../audience/acknowledgements.ts';
import { Moment, momentText } from './moment.ts';
import type { Storage } from './open.ts';

const AcknowledgementRow = z.object({
  day: z.string().transform((text) => Temporal.PlainDate.from(text)),
  channel: z.string(),
  chat: z.string(),
  agency: AgencyId,
  person: z.string(),
  at: Moment,
});

const ReminderRow = z
  .object({
    channel: z.string(),
    chat: z.string(),
    topic: z.string().nullable(),
    agency: AgencyId,
    at: Moment,
  })
  .transform(({ chat, topic, ...rest }): Reminder => ({ ...rest, address: { chat, topic } }));

const FORGET_ACKNOWLEDGEMENTS = 'delete from acknowledgements where at < ?';
// A dossier that is open is still on its list, however long ago it was handed up.
const FORGET_MARKS = `delete from handed_up where at < ? and not exists (
  select 1 from dossiers where queue is not null and dossiers.code = handed_up.code
    and dossiers.agency = (select id from dossier_words where word = handed_up.agency))`;

/** What chats said to their lists, kept in `storage`. */
export function acknowledgementStore({ database }: Storage): AcknowledgementStore {
  const acknowledge = database.prepare(
    `insert into acknowledgements (day, channel, chat, agency, person, at)
     values (@day, @channel, @chat, @agency, @person, @at) on conflict do nothing`,
  );
  const one = database.prepare(
    'select * from acknowledgements where day = @day and channel = @channel and chat = @chat and agency = @agency',
  );
  const ofDay = database.prepare('select * from acknowledgements where day = ? order by at');
  const forget = [FORGET_ACKNOWLEDGEMENTS, FORGET_MARKS].map((sql) => database.prepare(sql));
  const forgetAll = database.transaction((moment: string) =>
    forget.reduce((sum, statement) => sum + statement.run(moment).changes, 0),
  );
  const first = database.transaction((row: { day: string; at: string }) => {
    acknowledge.run(row);
    return AcknowledgementRow.parse(one.get(row));
  });
  return {
    acknowledge: async (acknowledgement) => {
      const { day, at } = acknowledgement;
      return first.immediate({ ...acknowledgement, day: day.toString(), at: momentText(at) });
    },
    acknowledgedOn: async (day) => z.array(AcknowledgementRow).parse(ofDay.all(day.toString())),
    ...reminderStore(database),
    ...markStore(database),
    forgetBefore: async (moment) => forgetAll.immediate(momentText(moment)),
  };
}

function reminderStore(
  database: Storage['database'],
): Pick<AcknowledgementStore, 'remind' | 'remindersUntil' | 'reminded'> {
  const put = database.prepare(
    `insert or replace into reminders (channel, chat, topic, agency, at)
     values (@channel, @chat, @topic, @agency, @at)`,
  );
  const until = database.prepare(
    'select * from reminders where at <= ? order by at, channel, chat',
  );
  // Only this one: the chat may have asked for another meanwhile.
  const done = database.prepare(
    'delete from reminders where channel = @channel and chat = @chat and agency = @agency and at = @at',
  );
  return {
    remind: async (reminder) => void put.run(rowOf(reminder)),
    remindersUntil: async (moment) => z.array(ReminderRow).parse(until.all(momentText(moment))),
    reminded: async (reminder) => void done.run(rowOf(reminder)),
  };
}

function rowOf({ address, at, ...rest }: Reminder) {
  return { ...rest, ...address, at: momentText(at) };
}

function markStore(
  database: Storage['database'],
): Pick<AcknowledgementStore, 'handUp' | 'handedUp'> {
  const put = database.prepare(
    'insert or replace into handed_up (agency, code, person, at) values (@agency, @code, @person, @at)',
  );
  const codes = database.prepare('select code from handed_up where agency = ?').pluck();
  return {
    handUp: async (mark) => void put.run({ ...mark, at: momentText(mark.at) }),
    handedUp: async (agency) => new Set(z.array(z.string()).parse(codes.all(agency))),
  };
}
