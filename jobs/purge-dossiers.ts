import type { AcknowledgementStore } from '../src/audience/acknowledgements.ts';
import type { Clock } from '../src/clock.ts';
import type { DossierStore } from '../src/dossiers/store.ts';
import type { OutboxStore } from '../src/outbox/store.ts';
import { forgetting } from '../src/schedule/forgetting.ts';
import type { Job } from '../src/schedule/job.ts';

type Room = {
  readonly dossiers: Pick<DossierStore, 'purge'>;
  readonly acknowledgements: Pick<AcknowledgementStore, 'forgetBefore'>;
  readonly outbox: Pick<OutboxStore, 'forgetBefore'>;
  readonly clock: Clock;
  /** From the configuration. */
  readonly keepClosedDays: number;
};

/**
 * Forgets the rows of dossiers closed long enough, every night: what is kept of them is counts (domain.md 10). What
 * groups said of their lists, and lists that were never delivered, name dossiers too and are kept no longer.
 */
export function purgeDossiers(room: Room): Job {
  const { dossiers, acknowledgements, outbox, clock, keepClosedDays } = room;
  return forgetting({
    name: 'purge-dossiers',
    when: '30 2 * * *',
    what: 'dossiers closed',
    keptDays: keepClosedDays,
    clock,
    forget: {
      forgotten: (before) => dossiers.purge(before),
      answers: (before) => acknowledgements.forgetBefore(before),
      undelivered: (before) => outbox.forgetBefore(before),
    },
  });
}
