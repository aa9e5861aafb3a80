import * as z from 'zod';

import type { MessageCounts } from '../quota/message-counts.ts';
import type { Storage } from './open.ts';

const ADD = `insert into monthly_counts (channel, month, kind, count) values (?, ?, ?, 1)
  on conflict (channel, month, kind) do update set count = count + 1`;
const OF = 'select kind, count from monthly_counts where channel = +? and month = +?';

const CountRow = z.object({ kind: z.enum(['sent', 'received']), count: z.int() });

/** Counts of messages by month, kept in `storage`: a line a month, so nothing of them is ever forgotten. */
export function messageCounts({ database }: Storage): MessageCounts {
  const add = database.prepare(ADD);
  const find = database.prepare(OF);
  const of = (channel: string, month: Temporal.PlainYearMonth) => {
    const rows = find.all(channel, month.toString()).map((row) => CountRow.parse(row));
    const counts = { sent: 0, received: 0 };
    for (const { kind, count } of rows) counts[kind] = count;
    return counts;
  };
  return {
    add: async (channel, kind, month) => {
      add.run(channel, month.toString(), kind);
      return of(channel, month);
    },
    of: async (channel, month) => of(channel, month),
  };
}
