import type { Storage } from './open.ts';

/** Hears, inside the transaction, that a group got another id; throwing undoes the move. */
export type OnMoved = (channel: string, from: string, to: string) => void;

/** Everything kept of chats but their messages. */
const TABLES = [
  'bindings',
  'subscriptions',
  'acknowledgements',
  'reminders',
  'alert_chats',
  'alert_states',
  'told_snapshots',
];

/** Has what is kept of a chat follow it to another id; where that is known already, what it has stands. */
export function audienceMover({ database }: Storage): OnMoved {
  const statements = TABLES.flatMap((table) => [
    database.prepare(
      `update or ignore ${table} set chat = @to where channel = @channel and chat = @from`,
    ),
    database.prepare(`delete from ${table} where channel = @channel and chat = @from`),
  ]);
  const move = database.transaction((ids: { channel: string; from: string; to: string }) => {
    for (const statement of statements) statement.run(ids);
  });
  return (channel, from, to) => {
    if (from !== to) move.immediate({ channel, from, to });
  };
}
