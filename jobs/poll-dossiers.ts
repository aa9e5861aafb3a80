import type { DossierSource } from '../src/polling/dossier-source.ts';
import { type Feed, pollListFeed } from '../src/polling/poll-feed.ts';
import { putAwayLines, putAwaySummary } from '../src/polling/put-away-lines.ts';
import type { DossierIntake, TakenDossiers } from '../src/polling/take-in-dossiers.ts';
import { jobOfSource } from '../src/schedule/job-name.ts';
import type { Job } from '../src/schedule/job.ts';

/** Looks at one source of dossier lists and takes in what is new. */
export function pollDossierLists({
  source,
  when,
  intake,
  inbox,
}: Feed<DossierSource, DossierIntake> & {
  /** From the configuration, in cron notation. */
  readonly when: string;
}): Job {
  return {
    name: jobOfSource('poll-dossiers', source.name),
    when,
    async run({ dry, believe }) {
      const { lists, putAway } = await pollListFeed({ source, intake, inbox }, { dry, believe });
      return {
        summary: { ...countsOf(lists), ...putAwaySummary(putAway) },
        details: [...lists.flatMap(linesOf), ...putAwayLines(putAway)],
      };
    },
  };
}

function countsOf(lists: readonly TakenDossiers[]): Record<TakenDossiers['kind'], number> {
  const counts = { taken: 0, readable: 0, unchanged: 0, refused: 0 };
  for (const { kind } of lists) counts[kind] += 1;
  return counts;
}

/** Codes and numbers for the log, no wording and nothing of a dossier; what has not changed is not worth a line. */
function linesOf(list: TakenDossiers): readonly string[] {
  switch (list.kind) {
    case 'unchanged':
      return [];
    case 'refused':
      return list.problems.map(({ code, place, detail }) =>
        `refused ${place} ${code} ${detail}`.trim(),
      );
    case 'readable':
      return [`readable ${list.origin} rows=${String(list.rows)} ${leftOut(list)}`];
    case 'taken': {
      const changes = Object.entries(list.changes).map(([name, n]) => `${name}=${String(n)}`);
      return [`taken ${list.origin} ${changes.join(' ')} ${leftOut(list)}`];
    }
  }
}

function leftOut(list: Extract<TakenDossiers, { kind: 'taken' | 'readable' }>): string {
  const macros = list.hasMacros === true ? ' macros=ignored' : '';
  return `leftOut=${String(list.left.count)}${macros}`;
}
