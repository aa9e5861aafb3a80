import { type Feed, pollFeed } from '../src/polling/poll-feed.ts';
import { putAwayLines, putAwaySummary } from '../src/polling/put-away-lines.ts';
import type { Source } from '../src/polling/source.ts';
import type { Intake, TakenIn } from '../src/polling/take-in.ts';
import { jobOfSource } from '../src/schedule/job-name.ts';
import type { Job } from '../src/schedule/job.ts';

/** Looks at one source of figures (a folder, later a web address) and takes in what is new. */
export function pollFigures({
  source,
  when,
  intake,
  inbox,
}: Feed<Source, Intake> & {
  /** From the configuration, in cron notation. */
  readonly when: string;
}): Job {
  return {
    name: jobOfSource('poll-figures', source.name),
    when,
    async run(options) {
      const { counts, payloads, putAway } = await pollFeed({ source, intake, inbox }, options);
      return {
        summary: { ...counts, ...putAwaySummary(putAway) },
        details: [...payloads.flatMap(linesOf), ...putAwayLines(putAway)],
      };
    },
  };
}

/** Codes and data for the log, no wording; what has not changed is not worth a line. */
function linesOf(payload: TakenIn): readonly string[] {
  if (payload.kind === 'refused') {
    return payload.problems.map(({ code, place, detail }) =>
      `refused ${place} ${code} ${detail}`.trim(),
    );
  }
  return payload.readings
    .filter(({ outcome }) => outcome !== 'unchanged')
    .map(({ outcome, period, figures, statements, findings }) => {
      const contents = `figures=${String(figures)} statements=${String(statements)} findings=${String(findings)}`;
      return `${outcome} ${payload.origin} ${period} ${contents}`;
    });
}
