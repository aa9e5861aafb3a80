import { countLists, type CountingRoom } from '../src/answers/count-lists.ts';
import type { Job } from '../src/schedule/job.ts';

/** Counts dossiers into figures of their own source, every night. */
export function countDossiers(room: CountingRoom): Job {
  return {
    name: 'count-dossiers',
    when: '45 2 * * *',
    async run({ dry }) {
      const { outcomes, details } = await countLists(room, { dry });
      return { summary: outcomes, details };
    },
  };
}
