import { forgetChoices } from '../../jobs/forget-choices.ts';
import { pollDossierLists } from '../../jobs/poll-dossiers.ts';
import { pollFigures } from '../../jobs/poll-figures.ts';
import type { Config } from '../config.ts';
import type { Job } from '../schedule/job.ts';
import { folderSource } from '../sources/file/file-source.ts';
import { choiceStore } from '../storage/choice-store.ts';
import { dossierFolders, dossierIntake } from './dossier-lists.ts';
import type { OpenKnowledge } from './open-knowledge.ts';

/** Every scheduled job, polling once for each configured source; a test checks that no file of `jobs/` is left out. */
export function allJobs(
  config: Pick<Config, 'sources' | 'dossierColumns' | 'sensitiveProcedures'>,
  open: OpenKnowledge,
): readonly Job[] {
  const { knowledge, finder, intake, storage } = open;
  const { directory, clock } = knowledge;
  const figures = config.sources.filter(({ kind }) => kind === 'file');
  const polls = figures.map(({ name, folder, schedule }) =>
    pollFigures({
      source: folderSource(name, folder, { directory, finder }),
      when: schedule,
      intake,
    }),
  );
  const dossierPolls = dossierFolders(config, open).map((folder) =>
    pollDossierLists({ ...folder, intake: dossierIntake(open) }),
  );
  return [...polls, ...dossierPolls, forgetChoices({ choices: choiceStore(storage), clock })];
}

/** The jobs meant by a name: `poll-figures` are all of its kind, `poll-figures/so-lieu` is one. */
export function jobsNamed(name: string, jobs: readonly Job[]): readonly Job[] {
  return jobs.filter((job) => job.name === name || job.name.startsWith(`${name}/`));
}
