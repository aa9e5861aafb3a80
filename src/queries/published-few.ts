import type { Agency } from '../agencies/agency.ts';
import type { Period } from '../calendar/period.ts';
import { periodKey } from '../calendar/periods.ts';
import { isKept, type Sieve } from '../figures/limit.ts';
import type { CountedMetric } from '../figures/metric.ts';
import type { Knowledge } from './knowledge.ts';
import { newestOfEach } from './newest.ts';
import { publishedRate, type Rate } from './rate.ts';

/** Rates that a document publishes of some of those asked about, too few to be ranked; the highest first. */
export type PublishedFew = {
  readonly metric: CountedMetric;
  readonly period: Period;
  readonly rates: readonly { readonly agency: Agency; readonly rate: Rate }[];
  /** How many of those asked about it names, those out of bounds included. */
  readonly named: number;
};

/** What is asked about in vain: whose rates, of when, and within which bounds. */
type FewAsked = {
  readonly agencies: readonly Agency[];
  readonly metric: CountedMetric;
  readonly period: Period;
  readonly sieve: Sieve | null;
};

/** One alone is first of nothing: that it is named does not say that others are lower. */
const FEWEST = 2;

/** Those of the agencies that a document gives a rate of; null where it gives none, or one alone. */
export async function publishedFew(
  { snapshots }: Pick<Knowledge, 'snapshots'>,
  { agencies, metric, period, sieve }: FewAsked,
): Promise<PublishedFew | null> {
  const stated = newestOfEach(
    await snapshots.statementsOn(metric, periodKey(period)),
    ({ statement }) => statement.agency,
  );
  const rates = agencies.flatMap((agency) => {
    const rate = stated
      .filter(({ statement }) => statement.agency === agency.id)
      .map(publishedRate);
    return rate.flatMap((one) => (one === null ? [] : [{ agency, rate: one }]));
  });
  const bounds = sieve?.of === 'rate' ? sieve.bounds : [];
  const kept = rates.filter(({ rate }) => bounds.every((bound) => isKept(bound, rate)));
  const sorted = kept.toSorted((a, b) => b.rate.hundredths - a.rate.hundredths);
  return rates.length < FEWEST || sorted.length === 0
    ? null
    : { metric, period, rates: sorted, named: rates.length };
}
