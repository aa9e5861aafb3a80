import type { SeenEvents } from '../channels/seen-events.ts';
import { momentText } from './moment.ts';
import type { Storage } from './open.ts';

/** What messengers brought, kept in `storage`. */
export function seenEvents({ database }: Storage): SeenEvents {
  const put = database.prepare(
    'insert into seen_events (channel, event, seen_at) values (?, ?, ?) on conflict do nothing',
  );
  const forget = database.prepare('delete from seen_events where seen_at < +?');
  return {
    isNew: async (channel, event, at) => put.run(channel, event, momentText(at)).changes > 0,
    forgetBefore: async (moment) => forget.run(momentText(moment)).changes,
  };
}
