import type { Agency } from '../agencies/agency.ts';
import { previousPeriod, samePeriodLastYear } from '../calendar/period-steps.ts';
import type { Period } from '../calendar/period.ts';
import { parsePeriodKey, periodKey } from '../calendar/periods.ts';
import { pointsBetween } from '../figures/change.ts';
import type { StatementReading } from '../snapshots/store.ts';
import type { Knowledge } from './knowledge.ts';
import { type CountedMetric, type Rate, type RateState, ratesOf, sameRate } from './rate.ts';

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
  const distinct = [...new Map(periods.map((period) => [periodKey(period), period])).values()];
  const computed = await Promise.all(
    distinct.map((against) => computedChange(knowledge, about, against)),
  );
  const all = [...published, ...computed.filter((change) => change !== null)];
  return all.filter((change, at) => all.findIndex((other) => saysTheSame(other, change)) === at);
}

/** What the counts only confirm is not said a second time. */
function saysTheSame(a: Change, b: Change): boolean {
  return a.points === b.points && periodKey(a.against) === periodKey(b.against);
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
  knowledge: Knowledge,
  about: About,
  against: Period,
): Promise<Change | null> {
  const key = periodKey(against);
  const then = ratesOf(
    about.metric,
    await knowledge.snapshots.readings(about.agency.id, key),
    await knowledge.snapshots.statements(about.agency.id, about.metric, key),
  );
  for (const now of about.rates) {
    const earlier = then.find((state) => isLike(state, now));
    if (now.kind === 'rate' && earlier?.kind === 'rate') {
      return {
        against,
        points: pointsBetween(earlier.rate, now.rate),
        basis: 'computed',
        rate: now.rate,
      };
    }
  }
  return null;
}

/** Same formula (a known one) and same scope; the periods are alike by construction. */
function isLike(a: RateState, b: RateState): boolean {
  return (
    a.kind === 'rate' &&
    b.kind === 'rate' &&
    a.rate.formula !== null &&
    a.rate.formula === b.rate.formula &&
    a.rate.snapshot.scope === b.rate.snapshot.scope
  );
}
