import { schedule } from 'node-cron';

import { type Clock, ZONE } from '../clock.ts';
import { faultText, type Log } from '../log.ts';
import type { JobEndStore } from '../schedule/job-ends.ts';
import type { Job } from '../schedule/job.ts';
import { nextRuns } from './next-runs.ts';

/** Runs each job at its time; a run that fails is logged and the next one comes all the same. Disposing of it ends that. */
export function scheduleJobs(
  jobs: readonly Job[],
  { log, ends, clock }: { readonly log: Log; readonly ends: JobEndStore; readonly clock: Clock },
): Disposable {
  const tasks = jobs.map((job) => {
    const { name, when } = job;
    const once = async () => {
      try {
        const { summary } = await job.run({ dry: false });
        log.info('job.done', { job: name, ...summary });
        await note(null);
      } catch (error) {
        const why = faultText(error);
        log.error('job.failed', { job: name, why });
        await note(why);
      }
    };
    const note = async (why: string | null) => {
      const nextAt = nextRuns(when, 1)[0] ?? null;
      try {
        await ends.ended({ job: name, at: clock.now(), why, nextAt });
      } catch (error) {
        log.error('job.notNoted', { job: name, why: faultText(error) });
      }
    };
    return schedule(when, once, { timezone: ZONE, noOverlap: true, name });
  });
  return {
    [Symbol.dispose]() {
      for (const task of tasks) void task.destroy();
    },
  };
}
