import type { Agency } from '../agencies/agency.ts';
import type { PeriodKey } from '../calendar/period.ts';
import type { Metric } from '../figures/metric.ts';
import { unlessReported } from '../snapshots/reported.ts';
import type { Knowledge } from './knowledge.ts';
import { newestFirst } from './newest.ts';
import {
  type Material,
  type RateState,
  publishedRate,
  representativeRate,
  snapshotOf,
} from './rate.ts';

/** An agency's rate in one period. */
export type PeriodRate = {
  readonly key: PeriodKey;
  /** Of the figures it is from. */
  readonly scope: string;
  readonly state: RateState;
};

/** The rate that stands for an agency in each period that has one, in no particular order. */
export async function ratesByPeriod(
  knowledge: Knowledge,
  agency: Agency,
  metric: Metric,
): Promise<readonly PeriodRate[]> {
  const all = await materialOn(knowledge, agency, metric);
  const keys = new Set([...all.readings, ...all.statements].map(({ snapshot }) => snapshot.period));
  return [...keys].flatMap((key) => {
    const state = stateOf(metric, materialIn(key, all));
    return state === null ? [] : [{ key, scope: snapshotOf(state).scope, state }];
  });
}

/** Everything known of an agency on a metric, all fields of work together. */
export async function materialOn(
  { snapshots }: Knowledge,
  agency: Agency,
  metric: Metric,
): Promise<Material> {
  const isCounted = metric === 'overdue' || metric === 'onTime';
  const statements = await snapshots.statements(agency.id, metric);
  const readings = isCounted ? await snapshots.readings(agency.id) : [];
  return { readings: unlessReported(readings, statements), statements };
}

/** What of it is about one period, newest first. */
export function materialIn(key: PeriodKey, { readings, statements }: Material): Material {
  return {
    readings: newestFirst(readings.filter(({ snapshot }) => snapshot.period === key)),
    statements: newestFirst(statements.filter(({ snapshot }) => snapshot.period === key)),
  };
}

function stateOf(metric: Metric, material: Material): RateState | null {
  if (metric === 'overdue' || metric === 'onTime') return representativeRate(metric, material);
  const [rate] = material.statements.flatMap((reading) => publishedRate(reading) ?? []);
  return rate === undefined ? null : { kind: 'rate', rate };
}
