import type { Agency } from '../agencies/agency.ts';
import { daysInto } from '../calendar/period-order.ts';
import { previousPeriod, samePeriodLastYear } from '../calendar/period-steps.ts';
import type { Period } from '../calendar/period.ts';
import { parsePeriodKey, periodKey } from '../calendar/periods.ts';
import { pointsBetween } from '../figures/change.ts';
import { areAlike, type Unlike, unlikenesses } from '../figures/like-for-like.ts';
import type { CountedMetric, FormulaId } from '../figures/metric.ts';
import type { StatementReading } from '../snapshots/store.ts';
import { uniqueBy } from '../unique-by.ts';
import type { Knowledge } from './knowledge.ts';
import { basisOf, type Rate, type RateState, ratesOf, sameRate } from './rate.ts';

/** The difference to another period in hundredths of a percentage point: printed in a document, or computed from like counts. */
export type Change = {
  readonly against: Period;
  readonly points: number;
  readonly basis: 'published' | 'computed';
  /** The day of the other period up to which both were counted; null = all of it. */
  readonly upTo: Temporal.PlainDate | null;
  /** The rate the difference belongs to. */
  readonly rate: Rate;
};

/** A period that is alike but for this: only unequal parts of the two are known. `upTo` null = all of it is. */
export type Uncompared = {
  readonly against: Period;
  readonly upTo: Temporal.PlainDate | null;
};

/** A period that tells nothing of how the rate has changed: why not; empty = it has no figures. */
export type Apart = { readonly against: Period; readonly unlike: readonly Unlike[] };

/** What a rate is held against, and where there is nothing to hold it against. */
type Compared = {
  readonly changes: readonly Change[];
  readonly uncompared: readonly Uncompared[];
  /** All that it could be held against; empty as soon as there is a change, or what would be one. */
  readonly apart: readonly Apart[];
};

type About = {
  readonly agency: Agency;
  readonly metric: CountedMetric;
  readonly period: Period;
  readonly rates: readonly RateState[];
  readonly statements: readonly StatementReading[];
  readonly formula?: FormulaId | null;
};

/**
 * Changes against the previous period and the same period last year; only like is compared with like (length, formula,
 * scope). A running period is held against as many days of the other, where figures of that day are kept.
 */
export async function changesOf(knowledge: Knowledge, about: About): Promise<Compared> {
  const published = about.statements.flatMap((reading) => publishedChanges(reading, about.rates));
  const periods = [samePeriodLastYear(about.period), previousPeriod(about.period)].filter(
    (period) => period !== null,
  );
  const computed = await Promise.all(
    uniqueBy(periods, periodKey).map((against) => compared(knowledge, about, against)),
  );
  // What the counts only confirm is not said a second time.
  const changes = uniqueBy(
    [...published, ...computed.flatMap((one) => one.changes)],
    ({ against, points }) => `${periodKey(against)} ${String(points)}`,
  );
  const uncompared = computed.flatMap((one) => one.uncompared);
  const isTold = changes.length + uncompared.length > 0;
  return { changes, uncompared, apart: isTold ? [] : computed.flatMap((one) => one.apart) };
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
    upTo: null,
    rate: state.rate,
  }));
}

async function compared(
  { snapshots, counted }: Knowledge,
  about: About,
  against: Period,
): Promise<Compared> {
  const now = about.rates.flatMap((state) => basisOf(about.period, state) ?? []);
  const upTo = now.find((basis) => basis.upTo !== null)?.upTo ?? null;
  const key = periodKey(against);
  const day = upTo === null ? null : sameDayOf(against, daysInto(about.period, upTo));
  // What was counted of dossiers is like what was counted of them before, also where that was reported since.
  const readings = [
    ...(day === null ? [] : await counted.readingsAsOf(about.agency.id, { period: key, day })),
    ...(await counted.readings(about.agency.id, key)),
  ];
  const statements = await snapshots.statements(about.agency.id, about.metric, key);
  const { formula = null } = about;
  const then = ratesOf(about.metric, { readings, statements, formula }).flatMap(
    (state) => basisOf(against, state) ?? [],
  );
  return changeBetween(then, now) ?? uncomparedWith(then, now) ?? apartFrom(against, then, now);
}

/** The day on which as many days of a period have passed; its last one at the latest. */
function sameDayOf({ from, to }: Period, days: number): Temporal.PlainDate {
  const day = from.add({ days: days - 1 });
  return Temporal.PlainDate.compare(day, to) < 0 ? day : to;
}

type Known = NonNullable<ReturnType<typeof basisOf>>;

function changeBetween(then: readonly Known[], now: readonly Known[]): Compared | null {
  for (const later of now) {
    const earlier = then.find((basis) => areAlike(basis, later));
    if (earlier !== undefined) {
      const { period: against, upTo, rate } = earlier;
      const points = pointsBetween(rate, later.rate);
      return {
        changes: [{ against, points, basis: 'computed', upTo, rate: later.rate }],
        uncompared: [],
        apart: [],
      };
    }
  }
  return null;
}

function uncomparedWith(then: readonly Known[], now: readonly Known[]): Compared | null {
  const partly = then.find((basis) => now.some((later) => onlyPartly(basis, later)));
  if (partly === undefined) return null;
  const { period: against, upTo } = partly;
  return { changes: [], uncompared: [{ against, upTo }], apart: [] };
}

/** By the first rate of each: those that are shown first. */
function apartFrom(against: Period, [then]: readonly Known[], [now]: readonly Known[]): Compared {
  const unlike = then === undefined || now === undefined ? [] : unlikenesses(then, now);
  return { changes: [], uncompared: [], apart: now === undefined ? [] : [{ against, unlike }] };
}

function onlyPartly(then: Known, now: Known): boolean {
  const unlike = unlikenesses(then, now);
  return unlike.length === 1 && unlike[0] === 'part';
}
