import { poll } from '../src/polling/poll.ts';
import type { Source } from '../src/polling/source.ts';
import type { Intake, TakenIn } from '../src/polling/take-in.ts';
import type { Job } from '../src/schedule/job.ts';

/** Looks at one source of figures (a folder, later a web address) and takes in what is new. */
export function pollFigures({
  source,
  when,
  intake,
}: {
  readonly source: Source;
  /** From the configuration, in cron notation. */
  readonly when: string;
  readonly intake: Intake;
}): Job {
  return {
    name: `poll-figures/${source.name}`,
    when,
    async run({ dry }) {
      const { counts, payloads } = await poll(source, intake, { dry });
      return { summary: counts, details: payloads.flatMap(linesOf) };
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
