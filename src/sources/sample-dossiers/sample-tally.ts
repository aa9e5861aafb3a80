import type { AgencyId } from '../../agencies/agency.ts';
import { ZONE } from '../../clock.ts';
import { clockOf } from '../../dossiers/clock.ts';
import type { Sample } from './make-dossier.ts';

/** How many sample dossiers went by. */
export type SampleTally = {
  /** Without those left from tests, as all that follows. */
  readonly dossiers: number;
  readonly agencies: number;
  readonly pending: number;
  /** Pending, not paused, and due before the day that is played. */
  readonly overdue: number;
  readonly test: number;
};

/** Counts sample dossiers on their way, for who cannot look at them twice. */
export function sampleTally(on: Temporal.PlainDate) {
  const today = on.toZonedDateTime(ZONE).epochMilliseconds;
  const agencies = new Set<AgencyId>();
  const counts = { dossiers: 0, pending: 0, overdue: 0, test: 0 };

  const count = ({ agency, test, state, closedAt, currentDueAt }: Sample['dossier']) => {
    if (test) {
      counts.test += 1;
      return;
    }
    agencies.add(agency);
    counts.dossiers += 1;
    if (closedAt !== null) return;
    counts.pending += 1;
    const isLate = currentDueAt !== null && currentDueAt.epochMilliseconds < today;
    if (isLate && clockOf(state) === 'running') counts.overdue += 1;
  };

  return {
    *counting(samples: Iterable<Sample>): Generator<Sample> {
      for (const sample of samples) {
        count(sample.dossier);
        yield sample;
      }
    },
    total: (): SampleTally => ({ ...counts, agencies: agencies.size }),
  };
}
