import type { Database } from 'better-sqlite3';

import type { AudienceStore } from '../audience/store.ts';
import { bindingStore } from './binding-store.ts';
import type { Storage } from './open.ts';
import { subscriptionStore } from './subscription-store.ts';

/** Who is let in and what they are sent, kept in `storage`. */
export function audienceStore({ database }: Storage): AudienceStore {
  return {
    ...bindingStore(database),
    ...subscriptionStore(database),
    move: mover(database),
  };
}

/** The new chat takes over; where it is known already, what it has stands. */
function mover(database: Database): AudienceStore['move'] {
  const statements = ['bindings', 'subscriptions', 'acknowledgements', 'reminders'].flatMap(
    (table) => [
      database.prepare(
        `update or ignore ${table} set chat = @to where channel = @channel and chat = @from`,
      ),
      database.prepare(`delete from ${table} where channel = @channel and chat = @from`),
    ],
  );
  const move = database.transaction((ids: { channel: string; from: string; to: string }) => {
    for (const statement of statements) statement.run(ids);
  });
  return async (channel, from, to) => {
    if (from !== to) move.immediate({ channel, from, to });
  };
}
