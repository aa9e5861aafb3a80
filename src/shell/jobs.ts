import { forgetChoices } from '../../jobs/forget-choices.ts';
import { pollFigures } from '../../jobs/poll-figures.ts';
import type { Config } from '../config.ts';
import type { Job } from '../schedule/job.ts';
import { folderSource } from '../sources/file/file-source.ts';
import { choiceStore } from '../storage/choice-store.ts';
import type { OpenKnowledge } from './open-knowledge.ts';

/** Every scheduled job, polling once for each configured source; a test checks that no file of `jobs/` is left out. */
export function allJobs(
  { sources }: Pick<Config, 'sources'>,
  { knowledge, finder, intake, storage }: OpenKnowledge,
): readonly Job[] {
  const { directory, clock } = knowledge;
  const polls = sources.map(({ name, folder, schedule }) =>
    pollFigures({
      source: folderSource(name, folder, { directory, finder }),
      when: schedule,
      intake,
    }),
  );
  return [...polls, forgetChoices({ choices: choiceStore(storage), clock })];
}

/** The jobs meant by a name: `poll-figures` are all of its kind, `poll-figures/so-lieu` is one. */
export function jobsNamed(name: string, jobs: readonly Job[]): readonly Job[] {
  return jobs.filter((job) => job.name === name || job.name.startsWith(`${name}/`));
}
