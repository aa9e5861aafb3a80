import { createHash } from 'node:crypto';

import { ZONE } from '../clock.ts';
import type { DossierStore } from '../dossiers/store.ts';
import { inBatches } from '../sources/sample-dossiers/in-batches.ts';
import type { Sample } from '../sources/sample-dossiers/make-dossier.ts';
import type { SampleOptions } from './sample-options.ts';

/** The source that sample dossiers are from. */
export const SAMPLE_SOURCE = 'du-lieu-mau';

/** Lists are exported in the morning, before offices open. */
const AS_OF = Temporal.PlainTime.from('06:00');
const ROWS_AT_ONCE = 1_000;

/** Puts sample dossiers into the store in place of all earlier ones. Tells how many those were. */
export async function takeSamples(
  samples: Iterable<Sample>,
  { share, on, seed, agency }: SampleOptions,
  store: Pick<DossierStore, 'stage' | 'removeSource'>,
): Promise<number> {
  const made = JSON.stringify({ share, on, seed, agency });
  const stage = await store.stage({
    source: SAMPLE_SOURCE,
    origin: 'npm run samples',
    contentHash: createHash('sha256').update(made).digest('hex'),
    completeFor: null,
    asOf: on.toZonedDateTime({ timeZone: ZONE, plainTime: AS_OF }).toInstant(),
    sample: true,
  });
  try {
    for (const batch of inBatches(samples, ROWS_AT_ONCE)) {
      await stage.add(batch.map(({ dossier }) => dossier));
    }
    // Only now, so that the earlier ones are there until the new ones are ready.
    const removed = await store.removeSource(SAMPLE_SOURCE);
    await stage.apply();
    return removed;
  } catch (error) {
    await stage.drop();
    throw error;
  }
}
