import type { WatchedFolder } from '../src/answers/watched-folder.ts';
import type { Clock } from '../src/clock.ts';
import type { Job } from '../src/schedule/job.ts';

/** Removes files that were put away long ago: lists of dossiers name their applicants. */
export function forgetFiles({
  folders,
  clock,
}: {
  readonly folders: readonly WatchedFolder[];
  readonly clock: Clock;
}): Job {
  const keepFrom = (days: number) => clock.now().subtract({ hours: days * 24 });
  return {
    name: 'forget-files',
    when: '20 3 * * *',
    async run({ dry }) {
      let forgotten = 0;
      if (!dry) for (const folder of folders) forgotten += await folder.forget(keepFrom);
      return { summary: { forgotten }, details: [] };
    },
  };
}
