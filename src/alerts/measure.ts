import type { AgencyId } from '../agencies/agency.ts';
import type { PeriodKey } from '../calendar/period.ts';
import { periodKey } from '../calendar/periods.ts';
import { compareWithPercent, fraction } from '../figures/fraction.ts';
import { headroom } from '../figures/headroom.ts';
import { rateBy } from '../figures/rate.ts';
import type { Expected, Observation } from './observation.ts';
import type { AlertRules, RuleKind } from './rules.ts';

/**
 * Two whole numbers that a rule judges: late of handled, room left beside late ones, pending against usual; `of` is 1
 * where one number says all.
 */
export type Amount = { readonly value: number; readonly of: number };

/** How far one rule is reached for one agency. */
export type Measure = {
  readonly rule: RuleKind;
  readonly agency: AgencyId;
  /** Another period begins anew; null = it is of no period. */
  readonly period: PeriodKey | null;
  readonly amount: Amount;
  /** The first rate of late dossiers that is alerted of here, in hundredths of a percent. */
  readonly limit: number;
  /** What the amount is held against, the mildest first. */
  readonly bounds: readonly number[];
  /** How many bounds are reached; 0 = all is well. */
  readonly reached: number;
  /** How many are not clearly left behind: as many or more. In between nothing is said, or every poll would say it. */
  readonly held: number;
};

/** How a rule holds an amount against a bound: whether it is reached, and whether it is not clearly left behind. */
type Scale = {
  readonly reaches: (amount: Amount, bound: number) => boolean;
  readonly holds: (amount: Amount, bound: number) => boolean;
};

/** More than usual, but by fewer dossiers than this, is chance. */
const LEAST_RISE = 20;
/** From which numbers on more dossiers that are late for long are worse. */
const LONG_OVERDUE_BOUNDS = [1, 3, 10, 30, 100, 300, 1_000] as const;
/** Numbers of dossiers are left behind by a quarter. */
const QUARTER = 4;

/** What is held against what, and how; a rule without bounds says nothing. A forecast is one for each of its periods. */
export function measuresOf(
  observation: Observation,
  rules: AlertRules,
  limits: readonly number[],
): readonly Measure[] {
  const { agency, figures, dossiers } = observation;
  const period = figures === null ? null : periodKey(figures.period);
  const judging: readonly Judging[] = [
    { rule: 'overdueRate', period, amount: rateAmount(observation, rules), bounds: limits },
    ...(dossiers?.forecasts ?? []).map((one) => ({ ...expectedOf(one, rules), bounds: limits })),
    {
      rule: 'headroom',
      period,
      amount: headroomAmount(observation, rules, limits[0]),
      bounds: rules.headroom,
    },
    { rule: 'longOverdue', period: null, ...longOverdueAmount(observation, rules) },
    { rule: 'onlinePace', period, ...onlineAmount(observation, rules) },
    { rule: 'pendingRise', period, amount: pendingAmount(observation), bounds: rules.pendingRise },
  ];
  return judging.flatMap(({ amount, ...one }) => {
    if (amount === null || one.bounds.length === 0) return [];
    return [
      { ...one, agency, limit: limits[0] ?? 0, amount, ...judged({ ...one, amount }, rules) },
    ];
  });
}

/** How many of the bounds of a measure are no graver than one that was told. */
export function stepAt({ rule, bounds }: Pick<Measure, 'rule' | 'bounds'>, told: number): number {
  return bounds.filter((bound) => (rule === 'headroom' ? bound >= told : bound <= told)).length;
}

/** How far a rule would be reached by another amount: of a total without some of its parts. */
export function reachedBy(
  { rule, bounds }: Pick<Measure, 'rule' | 'bounds'>,
  amount: Amount,
  rules: AlertRules,
): number {
  if (amount.of <= 0) return 0;
  const { reaches } = scaleOf(rule, rules);
  return bounds.filter((bound) => reaches(amount, bound)).length;
}

type Judging = Pick<Measure, 'rule' | 'period' | 'bounds'> & { readonly amount: Amount | null };

function judged(
  one: Pick<Measure, 'rule' | 'bounds' | 'amount'>,
  rules: AlertRules,
): Pick<Measure, 'reached' | 'held'> {
  const { holds } = scaleOf(one.rule, rules);
  const reached = reachedBy(one, one.amount, rules);
  const held = one.bounds.filter((bound) => one.amount.of > 0 && holds(one.amount, bound)).length;
  return { reached, held: Math.max(reached, held) };
}

function scaleOf(rule: RuleKind, { margin }: AlertRules): Scale {
  switch (rule) {
    case 'overdueRate':
    case 'forecast':
      return {
        reaches: (amount, limit) => compared(amount, limit) >= 0,
        holds: (amount, limit) => compared(amount, Math.max(1, limit - margin)) >= 0,
      };
    case 'onlinePace':
      return {
        reaches: (amount, target) => compared(amount, target) < 0,
        holds: (amount, target) => compared(amount, target + margin) < 0,
      };
    case 'headroom':
      return {
        // Where few are handled little room is left from the start, and nothing has gone wrong yet: it counts once half
        // of what the limit allows is used up.
        reaches: ({ value, of: late }, most) => value <= most && late >= value,
        holds: ({ value, of: late }, most) =>
          value <= most + Math.ceil(most / QUARTER) && late * 2 >= value,
      };
    case 'longOverdue':
      return {
        reaches: ({ value }, least) => value >= least,
        holds: ({ value }, least) => value >= least - Math.floor(least / QUARTER),
      };
    case 'pendingRise':
      return {
        reaches: (amount, percent) => risesBy(amount, percent, WHOLE),
        holds: (amount, percent) => risesBy(amount, percent, THREE_QUARTERS),
      };
  }
}

function compared({ value, of: whole }: Amount, hundredths: number): number {
  return compareWithPercent(fraction(value, whole), hundredths);
}

type Share = { readonly over: number; readonly under: number };
const WHOLE: Share = { over: 1, under: 1 };
const THREE_QUARTERS: Share = { over: 3, under: 4 };

/** Whether more is pending than usual by some share of what the rule asks for, in whole numbers. */
function risesBy({ value, of: usual }: Amount, percent: number, { over, under }: Share): boolean {
  const risen = value - usual;
  return risen * under >= LEAST_RISE * over && risen * 100 * under >= percent * usual * over;
}

/** An amount, and what it is held against. */
type Held = Pick<Judging, 'amount' | 'bounds'>;
const NOTHING: Held = { amount: null, bounds: [] };

function rateAmount({ figures }: Observation, rules: AlertRules): Amount | null {
  if (figures === null) return null;
  const rate = rateBy(rules.formula, figures.counts);
  if (rate.kind !== 'rate') return null;
  const { numerator, denominator } = rate.fraction;
  return ofEnough({ value: Number(numerator), of: Number(denominator) }, rules);
}

/** How many more late ones until the first limit, 0 when it is reached, and how many are late. */
function headroomAmount(
  observation: Observation,
  rules: AlertRules,
  limit: number | undefined,
): Amount | null {
  const rate = rateAmount(observation, rules);
  const counts = observation.figures?.counts ?? null;
  if (counts === null || rate === null || limit === undefined) return null;
  const isReached = compared(rate, limit) >= 0;
  const room = isReached ? 0 : headroom(counts, limit, rules.formula);
  return room === null ? null : { value: room, of: rate.value };
}

function onlineAmount({ figures }: Observation, rules: AlertRules): Held {
  const online = figures?.online ?? null;
  if (!rules.online || online === null) return NOTHING;
  const { numerator, denominator } = online.rate;
  const amount = ofEnough({ value: Number(numerator), of: Number(denominator) }, rules);
  return { amount, bounds: [online.target.from] };
}

function pendingAmount({ figures }: Observation): Amount | null {
  const pending = figures?.counts.pending ?? null;
  const usual = figures?.usualPending ?? null;
  return pending === null || usual === null || usual === 0 ? null : { value: pending, of: usual };
}

function longOverdueAmount({ dossiers }: Observation, { longOverdueDays }: AlertRules): Held {
  if (dossiers === null || longOverdueDays === null) return NOTHING;
  return { amount: { value: dossiers.longOverdue, of: 1 }, bounds: LONG_OVERDUE_BOUNDS };
}

function expectedOf(
  { period, forecast: { overdue, handled } }: Expected,
  rules: AlertRules,
): Omit<Judging, 'bounds'> {
  const amount = rules.forecast ? ofEnough({ value: overdue, of: handled }, rules) : null;
  return { rule: 'forecast', period: periodKey(period), amount };
}

function ofEnough(amount: Amount, { leastHandled }: AlertRules): Amount | null {
  return amount.of >= Math.max(1, leastHandled) ? amount : null;
}
