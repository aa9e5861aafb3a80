import { schedule } from 'node-cron';

import { ZONE } from '../clock.ts';
import { faultText, type Log } from '../log.ts';
import type { Job } from '../schedule/job.ts';

/** Runs each job at its time; a run that fails is logged and the next one comes all the same. Disposing of it ends that. */
export function scheduleJobs(jobs: readonly Job[], log: Log): Disposable {
  const tasks = jobs.map((job) => {
    const { name, when } = job;
    const once = async () => {
      try {
        const { summary } = await job.run({ dry: false });
        log.info('job.done', { job: name, ...summary });
      } catch (error) {
        log.error('job.failed', {
          job: name,
          why: faultText(error),
        });
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
