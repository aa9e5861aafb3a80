import { pollFigures } from '../../jobs/poll-figures.ts';
import type { Config } from '../config.ts';
import type { Job } from '../schedule/job.ts';
import { folderSource } from '../sources/file/file-source.ts';
import type { OpenKnowledge } from './open-knowledge.ts';

/** Every scheduled job, one for each configured source of figures; a test checks that no file of `jobs/` is left out. */
export function allJobs(
  config: Config,
  { knowledge, finder, intake }: OpenKnowledge,
): readonly Job[] {
  const { directory } = knowledge;
  const polls = config.sources.map(({ name, folder, schedule }) =>
    pollFigures({
      sources: [folderSource(name, folder, { directory, finder })],
      when: schedule,
      intake,
    }),
  );
  return polls.length > 0 ? polls : [pollFigures({ sources: [], when: null, intake })];
}
