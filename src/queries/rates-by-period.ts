import type { Agency } from '../agencies/agency.ts';
import type { PeriodKey } from '../calendar/period.ts';
import type { Metric } from '../figures/metric.ts';
import type { Knowledge } from './knowledge.ts';
import { type CountedMetric, type RateState, publishedRate, ratesOf } from './rate.ts';

/** An agency's rate in one period. */
export type PeriodRate = { readonly key: PeriodKey; readonly state: RateState };

/** Every rate of an agency, by period; of several in one period the one by the province's formula. */
export async function figuresOf(
  knowledge: Knowledge,
  agency: Agency,
  metric: Metric,
): Promise<readonly PeriodRate[]> {
  const statements = (await knowledge.snapshots.statements(agency.id, metric)).filter(
    ({ statement }) => statement.field === null,
  );
  if (metric !== 'overdue' && metric !== 'onTime') {
    return statements.flatMap((reading) => {
      const rate = publishedRate(reading);
      return rate === null
        ? []
        : [{ key: reading.snapshot.period, state: { kind: 'rate', rate } as const }];
    });
  }
  const readings = await knowledge.snapshots.readings(agency.id);
  const keys = [...new Set([...readings, ...statements].map(({ snapshot }) => snapshot.period))];
  return keys.flatMap((key) => {
    const state = preferredState(metric, {
      readings: readings.filter(({ snapshot }) => snapshot.period === key),
      statements: statements.filter(({ snapshot }) => snapshot.period === key),
    });
    return state === null ? [] : [{ key, state }];
  });
}

type Material = {
  readonly readings: Parameters<typeof ratesOf>[1];
  readonly statements: Parameters<typeof ratesOf>[2];
};

/** The default formula's rate where counts allow it (it stands last), else the published one. */
function preferredState(
  metric: CountedMetric,
  { readings, statements }: Material,
): RateState | null {
  return ratesOf(metric, readings, statements).at(-1) ?? null;
}
