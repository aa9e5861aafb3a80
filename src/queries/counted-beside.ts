import type { Agency } from '../agencies/agency.ts';
import type { CountedMetric, FormulaId } from '../figures/metric.ts';
import { countedKind } from '../snapshots/counted.ts';
import type { Knowledge } from './knowledge.ts';
import { computedRate, type Rate, type RateState } from './rate.ts';

/** Over a long weekend there is no list of the day that a report reaches. */
const MOST_DAYS_BEFORE = 4;

type Asked = {
  readonly agency: Agency;
  readonly metric: CountedMetric;
  readonly formula?: FormulaId | null;
};

/**
 * What lists of dossiers give of the same agency and period as a reported rate, where it is another: the second of two
 * truths. Only lists that show all of the period are held against a report, and only those of the days it covers: what came
 * later is no other truth. Null where they agree, or where there are none.
 */
export async function countedBeside(
  { counted }: Pick<Knowledge, 'counted'>,
  { agency, metric, formula }: Asked,
  [headline]: readonly RateState[],
): Promise<Rate | null> {
  if (headline?.kind !== 'rate') return null;
  const { rate: reported } = headline;
  if (countedKind(reported.snapshot.scope) !== null) return null;
  const { period, asOf: day } = reported.snapshot;
  const readings = await counted.readingsAsOf(agency.id, { period, day });
  const whole = readings.find(
    ({ snapshot: { scope, asOf } }) =>
      countedKind(scope) === 'whole' && asOf.until(day).days <= MOST_DAYS_BEFORE,
  );
  const state = whole === undefined ? null : computedRate(metric, whole, formula);
  return state?.kind === 'rate' && state.rate.hundredths !== reported.hundredths
    ? state.rate
    : null;
}
