import * as z from 'zod';

import type { ChoiceListStore } from '../channels/choice-store.ts';
import { jsonOf } from './json-column.ts';
import { momentText } from './moment.ts';
import type { Storage } from './open.ts';

const KEEP = `insert into choice_lists (channel, chat, person, sends, kept_at)
  values (:channel, :chat, :person, :sends, :at)
  on conflict (channel, chat, person)
  do update set sends = excluded.sends, kept_at = excluded.kept_at`;
const LATEST = `select sends from choice_lists
  where channel = +:channel and chat = +:chat and kept_at >= +:since
    and person in (select value from json_each(:persons))
  order by kept_at desc limit 1`;

const ListRow = z.object({ sends: jsonOf(z.array(z.string())) });

/** The numbered choices last offered, kept in `storage`. */
export function choiceListStore({ database }: Storage): ChoiceListStore {
  const keep = database.prepare(KEEP);
  const latest = database.prepare(LATEST);
  const forget = database.prepare('delete from choice_lists where kept_at < +?');
  return {
    keep: async ({ channel, chat, person, sends }, at) =>
      void keep.run({ channel, chat, person, sends: JSON.stringify(sends), at: momentText(at) }),
    latest: async ({ channel, chat, persons }, since) => {
      const asked = { channel, chat, persons: JSON.stringify(persons), since: momentText(since) };
      return ListRow.optional().parse(latest.get(asked))?.sends ?? [];
    },
    forgetBefore: async (moment) => forget.run(momentText(moment)).changes,
  };
}
