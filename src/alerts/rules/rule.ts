import { compareWithPercent, fraction } from '../../figures/fraction.ts';
import type { Amount, Measure } from '../measure.ts';
import type { Observation } from '../observation.ts';
import type { AlertRules, Limits, RuleKind } from '../rules.ts';

/** By what a rule judges: how it is set, and the limits on late dossiers that hold for the agency in the chat. */
type Judging = { readonly rules: AlertRules; readonly limits: Limits };

/** What a rule holds against what. */
export type Judged = Pick<Measure, 'period' | 'amount' | 'bounds'>;

/** One thing that chats are warned of; nothing else of it is known elsewhere but its wording. */
export type Rule = {
  readonly kind: RuleKind;
  /** One for each period it looks at; none when it is switched off, or what it needs is not known. */
  judge(seen: Observation, judging: Judging): readonly Judged[];
  readonly reaches: Holding;
  /** Whether a bound is not clearly left behind; one that is reached is not. */
  readonly holds: Holding;
  /** Which of two bounds is graver. */
  readonly worseIs: 'more' | 'less';
  /** Amounts of a total are the sums of its parts: these may explain it. */
  readonly addsUp: boolean;
  /** It says less than the rate of the same agency: once that is over its limit, this is part of it. */
  readonly partOfRate: boolean;
  /** That it is over is no news. */
  readonly endsSilently: boolean;
};

type Holding = (amount: Amount, bound: number, rules: AlertRules) => boolean;

/** Numbers of dossiers are left behind by a quarter. */
export const QUARTER = 4;

/** An amount over enough dossiers to be judged as a rate; else none. */
export function ofEnough(amount: Amount, { leastHandled }: AlertRules): Amount | null {
  return amount.of >= Math.max(1, leastHandled) ? amount : null;
}

/** Compares a rate exactly: below 0, 0 or above 0 for under, at or over so many hundredths of a percent. */
export function compared({ value, of: whole }: Amount, hundredths: number): number {
  return compareWithPercent(fraction(value, whole), hundredths);
}

/** How rates of late dossiers are held against limits. */
export const AGAINST_LIMITS = {
  reaches: (amount, limit) => compared(amount, limit) >= 0,
  holds: (amount, limit, { margin }) => compared(amount, Math.max(1, limit - margin)) >= 0,
  worseIs: 'more',
} as const satisfies Pick<Rule, 'reaches' | 'holds' | 'worseIs'>;
