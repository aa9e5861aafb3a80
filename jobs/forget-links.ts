import type { Clock } from '../src/clock.ts';
import { forgetting } from '../src/schedule/forgetting.ts';
import type { Job } from '../src/schedule/job.ts';

type Room = {
  /** Removes what died before a moment; tells how much. */
  readonly sweep: (before: Temporal.Instant) => Promise<number>;
  readonly clock: Clock;
};

/** Removes what was under public links that have died: some of it names dossiers. */
export function forgetLinks({ sweep, clock }: Room): Job {
  return forgetting({
    name: 'forget-links',
    when: '*/10 * * * *',
    what: 'links that died',
    keptDays: 0,
    clock,
    forget: { forgotten: sweep },
  });
}
