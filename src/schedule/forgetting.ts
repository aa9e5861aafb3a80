import type { Clock } from '../clock.ts';
import type { Job } from './job.ts';

/** What is forgotten every night. */
type Forgotten = Pick<Job, 'name' | 'when'> & {
  /** What is told of it before "before 2026-11-21T…". */
  readonly what: string;
  /** How many days it is kept. */
  readonly keptDays: number;
  readonly clock: Clock;
  /** What forgets, by what it forgets; each tells how many, and one comes after the other. */
  readonly forget: Readonly<Record<string, (before: Temporal.Instant) => Promise<number>>>;
};

/** The job that forgets what is older than some days. A dry run tells from when on it would keep. */
export function forgetting({ name, when, what, keptDays, clock, forget }: Forgotten): Job {
  return {
    name,
    when,
    async run({ dry }) {
      const before = clock.now().subtract({ hours: keptDays * 24 });
      const summary: Record<string, number> = {};
      for (const [key, forgetBefore] of Object.entries(forget)) {
        summary[key] = dry ? 0 : await forgetBefore(before);
      }
      return { summary, details: [`${what} before ${before.toString()}`] };
    },
  };
}
