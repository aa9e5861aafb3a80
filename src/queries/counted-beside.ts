import type { Agency } from '../agencies/agency.ts';
import { countedKind } from '../snapshots/counted.ts';
import type { Knowledge } from './knowledge.ts';
import { type CountedMetric, computedRate, type Rate, type RateState } from './rate.ts';

/**
 * What lists of dossiers give of the same agency and period as a reported rate, where it is another: the second of two
 * truths. Only lists that show all of the period are held against a report; null where they agree or do not.
 */
export async function countedBeside(
  { counted }: Pick<Knowledge, 'counted'>,
  { agency, metric }: { readonly agency: Agency; readonly metric: CountedMetric },
  [headline]: readonly RateState[],
): Promise<Rate | null> {
  if (headline?.kind !== 'rate') return null;
  const { rate: reported } = headline;
  if (countedKind(reported.snapshot.scope) !== null) return null;
  const readings = await counted.readings(agency.id, reported.snapshot.period);
  const whole = readings.find(({ snapshot }) => countedKind(snapshot.scope) === 'whole');
  const state = whole === undefined ? null : computedRate(metric, whole);
  return state?.kind === 'rate' && state.rate.hundredths !== reported.hundredths
    ? state.rate
    : null;
}
