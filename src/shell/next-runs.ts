import { createTask } from 'node-cron';

import { ZONE } from '../clock.ts';

/** When something on a schedule runs next, from now on; fewer where it hardly ever does. */
export function nextRuns(schedule: string, count: number): readonly Temporal.Instant[] {
  const task = createTask(schedule, () => undefined, { timezone: ZONE });
  const runs = task.getNextRuns(count).map((date) => date.toTemporalInstant());
  void task.destroy();
  return runs;
}
