import { poll } from '../src/polling/poll.ts';
import type { Source } from '../src/polling/source.ts';
import type { Intake, TakenIn } from '../src/polling/take-in.ts';
import type { Job } from '../src/schedule/job.ts';

const OUTCOMES = ['stored', 'restated', 'unchanged', 'new', 'refused'] as const;

/** Looks at the configured sources of figures (folders, later web addresses) and takes in what is new. */
export function pollFigures(deps: {
  readonly sources: readonly Source[];
  /** From the configuration, in cron notation; null = only by hand. */
  readonly when: string | null;
  readonly intake: Intake;
}): Job {
  return {
    name: 'poll-figures',
    when: deps.when,
    async run({ dry }) {
      const summary = { stored: 0, restated: 0, unchanged: 0, new: 0, refused: 0 };
      const details: string[] = [];
      for (const source of deps.sources) {
        const { counts, payloads } = await poll(source, deps.intake, { dry });
        for (const name of OUTCOMES) summary[name] += counts[name];
        details.push(...payloads.flatMap((payload) => linesOf(source.name, payload)));
      }
      return { summary, details };
    },
  };
}

/** Codes and data for the log, no wording; what has not changed is not worth a line. */
function linesOf(source: string, payload: TakenIn): readonly string[] {
  if (payload.kind === 'refused') {
    return payload.problems.map(({ code, place, detail }) =>
      `${source}: refused ${place} ${code} ${detail}`.trim(),
    );
  }
  return payload.readings
    .filter(({ outcome }) => outcome !== 'unchanged')
    .map(({ outcome, period, figures, statements, findings }) => {
      const contents = `figures=${String(figures)} statements=${String(statements)} findings=${String(findings)}`;
      return `${source}: ${outcome} ${payload.origin} ${period} ${contents}`;
    });
}
