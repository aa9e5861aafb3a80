import * as z from 'zod';

import type { JobEnds, JobEndStore } from '../schedule/job-ends.ts';
import { sourceOfJob } from '../schedule/job-name.ts';
import { Moment, momentText } from './moment.ts';
import type { Storage } from './open.ts';

const ENDED = `insert into job_ends (job, done_at, failed_at, why, next_at)
  values (:job, :doneAt, :failedAt, :why, :nextAt)
  on conflict (job) do update set
    done_at = ifnull(excluded.done_at, done_at), failed_at = ifnull(excluded.failed_at, failed_at),
    why = ifnull(excluded.why, why), next_at = excluded.next_at`;

const Row = z
  .object({
    job: z.string(),
    done_at: Moment.nullable(),
    failed_at: Moment.nullable(),
    why: z.string().nullable(),
    next_at: Moment.nullable(),
  })
  .transform((row): JobEnds => ({
    job: row.job,
    source: sourceOfJob(row.job),
    doneAt: row.done_at,
    failedAt: row.failed_at,
    why: row.why,
    nextAt: row.next_at,
  }));

/** How runs of jobs ended, kept in `storage`. */
export function jobEndStore({ database }: Storage): JobEndStore {
  const ended = database.prepare(ENDED);
  const all = database.prepare('select * from job_ends order by job');
  return {
    ended: async ({ job, at, why, nextAt }) => {
      const moment = momentText(at);
      ended.run({
        job,
        doneAt: why === null ? moment : null,
        failedAt: why === null ? null : moment,
        why,
        nextAt: nextAt === null ? null : momentText(nextAt),
      });
    },
    all: async () => z.array(Row).parse(all.all()),
  };
}
