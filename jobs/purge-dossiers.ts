import type { AcknowledgementStore } from '../src/audience/acknowledgements.ts';
import type { Clock } from '../src/clock.ts';
import type { DossierStore } from '../src/dossiers/store.ts';
import type { OutboxStore } from '../src/outbox/store.ts';
import type { Job } from '../src/schedule/job.ts';

/**
 * Forgets the rows of dossiers closed long enough, every night: what is kept of them is counts (domain.md 10). What
 * groups said of their lists, and lists that were never delivered, name dossiers too and are kept no longer.
 */
export function purgeDossiers({
  dossiers,
  acknowledgements,
  outbox,
  clock,
  keepClosedDays,
}: {
  readonly dossiers: Pick<DossierStore, 'purge'>;
  readonly acknowledgements: Pick<AcknowledgementStore, 'forgetBefore'>;
  readonly outbox: Pick<OutboxStore, 'forgetBefore'>;
  readonly clock: Clock;
  /** From the configuration. */
  readonly keepClosedDays: number;
}): Job {
  return {
    name: 'purge-dossiers',
    when: '30 2 * * *',
    async run({ dry }) {
      const before = clock.now().subtract({ hours: keepClosedDays * 24 });
      const [forgotten, answers, undelivered] = dry
        ? [0, 0, 0]
        : [
            await dossiers.purge(before),
            await acknowledgements.forgetBefore(before),
            await outbox.forgetBefore(before),
          ];
      return {
        summary: { forgotten, answers, undelivered },
        details: [`dossiers closed before ${before.toString()}`],
      };
    },
  };
}
