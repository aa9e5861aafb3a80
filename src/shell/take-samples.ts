import { createHash } from 'node:crypto';

import { addWorkingDays } from '../calendar/working-days.ts';
import { ZONE } from '../clock.ts';
import type { Dossier } from '../dossiers/dossier.ts';
import type { DossierList, DossierStage, DossierStore } from '../dossiers/store.ts';
import { SAMPLE_DOSSIERS } from '../sources/named-source.ts';
import { inBatches } from '../sources/sample-dossiers/in-batches.ts';
import type { Sample } from '../sources/sample-dossiers/make-dossier.ts';
import { openAt } from '../sources/sample-dossiers/open-at.ts';
import { sampleDossiers, type SamplePlan } from '../sources/sample-dossiers/sample-dossiers.ts';

/** Lists are exported in the morning, before offices open. */
const AS_OF = Temporal.PlainTime.from('06:00');
const ROWS_AT_ONCE = 1_000;

/** The samples of a plan, how to watch them go by, and where they go. */
export type Taking = {
  readonly plan: SamplePlan;
  readonly watch: (samples: Iterable<Sample>) => Iterable<Sample>;
  readonly store: Pick<DossierStore, 'stage' | 'removeSource'>;
};

/**
 * Puts the samples of a plan into the store in place of all earlier ones, as two lists: what was open on the morning of the
 * working day before, and everything on the morning itself. Tells how many earlier ones there were.
 */
export async function takeSamples({ plan, watch, store }: Taking): Promise<number> {
  const before = morningOf(addWorkingDays(plan.on, -1, plan.calendar));
  const stages: DossierStage[] = [];
  try {
    const earlier = await store.stage(listOf(before));
    stages.push(earlier);
    const whole = await store.stage(listOf(morningOf(plan.on)));
    stages.push(whole);
    // Both lists from one pass: making half a million samples takes as long as storing them.
    for (const samples of inBatches(watch(sampleDossiers(plan)), ROWS_AT_ONCE)) {
      await earlier.add(dossiersOf(openAt(samples, before)));
      await whole.add(dossiersOf(samples));
    }
  } catch (error) {
    for (const stage of stages) await stage.drop();
    throw error;
  }
  // Only now, so that the earlier ones are there until the new ones are ready.
  const removed = await store.removeSource(SAMPLE_DOSSIERS);
  for (const stage of stages) await stage.apply();
  return removed;
}

function dossiersOf(samples: Iterable<Sample>): readonly Dossier[] {
  return Array.from(samples, ({ dossier }) => dossier);
}

function listOf(asOf: Temporal.Instant): DossierList {
  return {
    source: SAMPLE_DOSSIERS,
    origin: 'npm run samples',
    // Nothing is compared with it: samples always take the place of samples.
    contentHash: createHash('sha256').update(asOf.toString()).digest('hex'),
    completeFor: null,
    asOf,
    sample: true,
  };
}

function morningOf(day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: ZONE, plainTime: AS_OF }).toInstant();
}
