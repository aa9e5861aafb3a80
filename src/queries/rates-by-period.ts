import type { Agency } from '../agencies/agency.ts';
import type { PeriodKey } from '../calendar/period.ts';
import { type FormulaId, isCounted, type Metric } from '../figures/metric.ts';
import { unlessReported } from '../snapshots/reported.ts';
import { uniqueBy } from '../unique-by.ts';
import type { Knowledge } from './knowledge.ts';
import { newestFirst } from './newest.ts';
import {
  type Material,
  type Rate,
  type RateState,
  publishedRate,
  ratesOf,
  representativeRate,
  snapshotOf,
} from './rate.ts';

/** An agency's rate in one period. */
export type PeriodRate = {
  readonly key: PeriodKey;
  /** Of the figures it is from. */
  readonly scope: string;
  readonly state: RateState;
  /** What the same figures, or others of the period, give otherwise: the second of two truths. */
  readonly beside: readonly Rate[];
};

/** What is asked of an agency; `formula` null or absent = by whichever there are. */
type RateOf = { readonly metric: Metric; readonly formula?: FormulaId | null };

/** The rate that stands for an agency in each period that has one, in no particular order. */
export async function ratesByPeriod(
  knowledge: Knowledge,
  agency: Agency,
  asked: RateOf,
): Promise<readonly PeriodRate[]> {
  const { metric } = asked;
  const all = await materialOn(knowledge, agency, asked);
  const keys = new Set([...all.readings, ...all.statements].map(({ snapshot }) => snapshot.period));
  return [...keys].flatMap((key) => {
    const material = materialIn(key, all);
    const state = stateOf(metric, material);
    if (state === null) return [];
    const beside = besideOf(metric, material, state);
    return [{ key, scope: snapshotOf(state).scope, state, beside }];
  });
}

/** Rates that print another number; each number once. */
function besideOf(metric: Metric, material: Material, state: RateState): readonly Rate[] {
  if (!isCounted(metric) || state.kind !== 'rate') return [];
  const rates = ratesOf(metric, material).flatMap((one) => (one.kind === 'rate' ? [one.rate] : []));
  return uniqueBy(rates, ({ hundredths }) => String(hundredths)).filter(
    ({ hundredths }) => hundredths !== state.rate.hundredths,
  );
}

/** Everything known of an agency on a metric, all fields of work together. */
export async function materialOn(
  { snapshots }: Knowledge,
  agency: Agency,
  { metric, formula = null }: RateOf,
): Promise<Material> {
  const statements = await snapshots.statements(agency.id, metric);
  const readings = isCounted(metric) ? await snapshots.readings(agency.id) : [];
  return { readings: unlessReported(readings, statements), statements, formula };
}

/** What of it is about one period, newest first. */
export function materialIn(key: PeriodKey, { readings, statements, ...asked }: Material): Material {
  return {
    ...asked,
    readings: newestFirst(readings.filter(({ snapshot }) => snapshot.period === key)),
    statements: newestFirst(statements.filter(({ snapshot }) => snapshot.period === key)),
  };
}

function stateOf(metric: Metric, material: Material): RateState | null {
  if (isCounted(metric)) return representativeRate(metric, material);
  const [rate] = material.statements.flatMap((reading) => publishedRate(reading) ?? []);
  return rate === undefined ? null : { kind: 'rate', rate };
}
