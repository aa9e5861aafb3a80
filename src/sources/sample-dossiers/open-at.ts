import type { Sample } from './make-dossier.ts';

/**
 * The dossiers that were open at an earlier moment, as a list of that moment shows them: without what came later, and with
 * what has been closed since still under way. Only so can a morning list tell what is new and what is done.
 */
export function* openAt(samples: Iterable<Sample>, moment: Temporal.Instant): Generator<Sample> {
  for (const sample of samples) {
    const { receivedAt, closedAt } = sample.dossier;
    if (receivedAt === null || Temporal.Instant.compare(receivedAt, moment) > 0) continue;
    if (closedAt === null) yield sample;
    else if (Temporal.Instant.compare(closedAt, moment) > 0) yield stillOpen(sample);
  }
}

function stillOpen({ dossier, procedure }: Sample): Sample {
  return { procedure, dossier: { ...dossier, state: 'processing', closedAt: null } };
}
