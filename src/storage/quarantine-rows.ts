import type { Database } from 'better-sqlite3';
import * as z from 'zod';

import type { SnapshotStore } from '../snapshots/store.ts';
import { jsonOf } from './json-column.ts';
import { Moment, momentText } from './moment.ts';

const PUT = `insert into quarantined (source, origin, content_hash, at, problems) values (?, ?, ?, ?, ?)
  on conflict (source, origin, content_hash) do update set at = excluded.at, problems = excluded.problems`;
const ALL = `select source, origin, content_hash, at, problems from quarantined order by at desc, id desc`;

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

/** Refused payloads; the latest refusal first. */
export function quarantine(database: Database): Pick<SnapshotStore, 'quarantine' | 'quarantined'> {
  const put = database.prepare(PUT);
  const all = database.prepare(ALL);
  return {
    quarantine: async ({ source, origin, contentHash, at, problems }) => {
      put.run(source, origin, contentHash, momentText(at), JSON.stringify(problems));
    },
    quarantined: async () => z.array(QuarantinedRow).parse(all.all()),
  };
}
