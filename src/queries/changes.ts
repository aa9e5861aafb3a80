import type { Agency } from '../agencies/agency.ts';
import { previousPeriod, samePeriodLastYear } from '../calendar/period-steps.ts';
import type { Period } from '../calendar/period.ts';
import { parsePeriodKey, periodKey } from '../calendar/periods.ts';
import { pointsBetween } from '../figures/change.ts';
import { likeForLike } from '../figures/like-for-like.ts';
import type { StatementReading } from '../snapshots/store.ts';
import { uniqueBy } from '../unique-by.ts';
import type { Knowledge } from './knowledge.ts';
import {
  basisOf,
  type CountedMetric,
  type Rate,
  type RateState,
  ratesOf,
  sameRate,
} from './rate.ts';

/** The difference to another period in hundredths of a percentage point: printed in a document, or computed from like counts. */
export type Change = {
  readonly against: Period;
  readonly points: number;
  readonly basis: 'published' | 'computed';
  /** The rate the difference belongs to. */
  readonly rate: Rate;
};

type About = {
  readonly agency: Agency;
  readonly metric: CountedMetric;
  readonly period: Period;
  readonly rates: readonly RateState[];
  readonly statements: readonly StatementReading[];
};

/** Changes against the previous period and the same period last year; only like is compared with like (length, formula, scope). */
export async function changesOf(knowledge: Knowledge, about: About): Promise<readonly Change[]> {
  const published = about.statements.flatMap((reading) => publishedChanges(reading, about.rates));
  const periods = [samePeriodLastYear(about.period), previousPeriod(about.period)].filter(
    (period) => period !== null,
  );
  const computed = await Promise.all(
    uniqueBy(periods, periodKey).map((against) => computedChange(knowledge, about, against)),
  );
  // What the counts only confirm is not said a second time.
  return uniqueBy(
    [...published, ...computed.filter((change) => change !== null)],
    ({ against, points }) => `${periodKey(against)} ${String(points)}`,
  );
}

function publishedChanges(
  reading: StatementReading,
  rates: readonly RateState[],
): readonly Change[] {
  const { rate: hundredths, formula } = reading.statement;
  const state = rates.find(
    (candidate) =>
      candidate.kind === 'rate' &&
      hundredths !== null &&
      sameRate(candidate.rate, { hundredths, formula }),
  );
  if (state?.kind !== 'rate') return [];
  return reading.statement.changes.map(({ against, points }) => ({
    against: parsePeriodKey(against),
    points,
    basis: 'published',
    rate: state.rate,
  }));
}

async function computedChange(
  { snapshots }: Knowledge,
  about: About,
  against: Period,
): Promise<Change | null> {
  const key = periodKey(against);
  const then = ratesOf(about.metric, {
    readings: await snapshots.readings(about.agency.id, key),
    statements: await snapshots.statements(about.agency.id, about.metric, key),
  }).map((state) => basisOf(against, state));
  for (const state of about.rates) {
    const now = basisOf(about.period, state);
    const earlier = then.find(
      (basis) => basis !== null && now !== null && likeForLike(basis, now) === null,
    );
    if (now !== null && earlier !== null && earlier !== undefined) {
      const points = pointsBetween(earlier.rate, now.rate);
      return { against, points, basis: 'computed', rate: now.rate };
    }
  }
  return null;
}
