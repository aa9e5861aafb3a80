import type { Database } from 'better-sqlite3';
import * as z from 'zod';

import type { Quarantined, SnapshotStore } from '../snapshots/store.ts';
import { jsonOf } from './json-column.ts';
import { Moment, momentText } from './moment.ts';

const PUT = `insert into quarantined (source, origin, content_hash, at, problems) values (?, ?, ?, ?, ?)
  on conflict (source, origin, content_hash) do update set at = excluded.at, problems = excluded.problems`;
const COLUMNS = 'select source, origin, content_hash, at, problems from quarantined';
const LATEST_FIRST = 'order by at desc, id desc';

const Problems = z.array(
  z.strictObject({ code: z.string(), place: z.string(), detail: z.string() }),
);

const QuarantinedRow = z
  .object({
    source: z.string(),
    origin: z.string(),
    content_hash: z.string(),
    at: Moment,
    problems: jsonOf(Problems),
  })
  .transform(({ content_hash, ...payload }) => ({ ...payload, contentHash: content_hash }));

/** Of each source. */
const MOST_KEPT = 500;
const FORGET_OLDEST = `delete from quarantined where source = +? and at <
  (select at from quarantined where source = +? order by at desc limit 1 offset ${String(MOST_KEPT - 1)})`;

type Quarantine = Pick<
  SnapshotStore,
  'quarantine' | 'quarantined' | 'quarantinedIn' | 'forgetQuarantined'
>;

/** Refused payloads; the latest refusal first. */
export function quarantine(database: Database): Quarantine {
  const put = database.prepare(PUT);
  const forgetOldest = database.prepare(FORGET_OLDEST);
  const all = database.prepare(`${COLUMNS} ${LATEST_FIRST}`);
  const between = database.prepare(`${COLUMNS} where at between ? and ? ${LATEST_FIRST} limit ?`);
  const count = database
    .prepare('select count(*) from quarantined where at between ? and ?')
    .pluck();
  const forget = database.prepare('delete from quarantined where at < ?');
  const set = database.transaction((payload: Quarantined) => {
    const { source, origin, contentHash, at, problems } = payload;
    put.run(source, origin, contentHash, momentText(at), JSON.stringify(problems));
    forgetOldest.run(source, source);
  });
  return {
    quarantine: async (payload) => {
      set.immediate(payload);
    },
    quarantined: async () => z.array(QuarantinedRow).parse(all.all()),
    quarantinedIn: async ({ from, to }, most) => {
      const span = [momentText(from), momentText(to)];
      return {
        newest: z.array(QuarantinedRow).parse(between.all(...span, most)),
        count: z.int().parse(count.get(...span)),
      };
    },
    forgetQuarantined: async (before) => forget.run(momentText(before)).changes,
  };
}
