import type { Clock } from '../src/clock.ts';
import type { DossierStore } from '../src/dossiers/store.ts';
import type { Job } from '../src/schedule/job.ts';

/** Forgets the rows of dossiers closed long enough, every night: what is kept of them is counts (domain.md 10). */
export function purgeDossiers({
  dossiers,
  clock,
  keepClosedDays,
}: {
  readonly dossiers: Pick<DossierStore, 'purge'>;
  readonly clock: Clock;
  /** From the configuration. */
  readonly keepClosedDays: number;
}): Job {
  return {
    name: 'purge-dossiers',
    when: '30 2 * * *',
    async run({ dry }) {
      const before = clock.now().subtract({ hours: keepClosedDays * 24 });
      const forgotten = dry ? 0 : await dossiers.purge(before);
      return { summary: { forgotten }, details: [`dossiers closed before ${before.toString()}`] };
    },
  };
}
