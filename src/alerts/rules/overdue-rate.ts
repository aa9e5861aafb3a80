import { periodKey } from '../../calendar/periods.ts';
import { rateBy } from '../../figures/rate.ts';
import type { Amount } from '../measure.ts';
import type { Observation } from '../observation.ts';
import type { AlertRules } from '../rules.ts';
import { AGAINST_LIMITS, ofEnough, type Rule } from './rule.ts';

/** The reported rate of late dossiers reaches a limit. */
export const OVERDUE_RATE: Rule = {
  kind: 'overdueRate',
  ...AGAINST_LIMITS,
  addsUp: true,
  partOfRate: false,
  endsSilently: false,
  judge(seen, { rules, limits }) {
    const amount = overdueAmount(seen, rules);
    if (seen.figures === null || amount === null) return [];
    return [{ period: periodKey(seen.figures.period), amount, bounds: limits }];
  },
};

/** Late of handled dossiers by the formula that is set; null when they are not known, or too few. */
export function overdueAmount({ figures }: Observation, rules: AlertRules): Amount | null {
  if (figures === null) return null;
  const rate = rateBy(rules.formula, figures.counts);
  if (rate.kind !== 'rate') return null;
  const { numerator, denominator } = rate.fraction;
  return ofEnough({ value: Number(numerator), of: Number(denominator) }, rules);
}
