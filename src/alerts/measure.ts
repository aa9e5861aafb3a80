import type { AgencyId } from '../agencies/agency.ts';
import type { PeriodKey } from '../calendar/period.ts';
import type { Observation } from './observation.ts';
import { type AlertRules, type Limits, RULE_KINDS, type RuleKind } from './rules.ts';
import { RULES } from './rules/all.ts';

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

/** What is held against what, and how far it is reached; a rule without bounds says nothing. */
export function measuresOf(
  observation: Observation,
  rules: AlertRules,
  limits: Limits,
): readonly Measure[] {
  const { agency } = observation;
  return RULE_KINDS.flatMap((rule) =>
    RULES[rule]
      .judge(observation, { rules, limits })
      .filter(({ bounds }) => bounds.length > 0)
      .map((judged) => ({
        ...judged,
        rule,
        agency,
        limit: limits[0],
        reached: reachedBy({ ...judged, rule }, judged.amount, rules),
        held: boundsOf(judged, (bound) => RULES[rule].holds(judged.amount, bound, rules)),
      })),
  );
}

/** How many of the bounds of a measure are no graver than one that was told. */
export function stepAt({ rule, bounds }: Pick<Measure, 'rule' | 'bounds'>, told: number): number {
  const { worseIs } = RULES[rule];
  return bounds.filter((bound) => (worseIs === 'less' ? bound >= told : bound <= told)).length;
}

/** How far a rule would be reached by another amount: of a total without some of its parts. */
export function reachedBy(
  { rule, bounds }: Pick<Measure, 'rule' | 'bounds'>,
  amount: Amount,
  rules: AlertRules,
): number {
  return boundsOf({ amount, bounds }, (bound) => RULES[rule].reaches(amount, bound, rules));
}

/** Of nothing no bound is reached. */
function boundsOf(
  { amount, bounds }: Pick<Measure, 'amount' | 'bounds'>,
  isMeant: (bound: number) => boolean,
): number {
  return amount.of > 0 ? bounds.filter(isMeant).length : 0;
}
