import { periodKey } from '../../calendar/periods.ts';
import type { Amount } from '../measure.ts';
import type { Rule } from './rule.ts';

/** More than usual, but by fewer dossiers than this, is chance. */
const LEAST_RISE = 20;

type Share = { readonly over: number; readonly under: number };
const WHOLE: Share = { over: 1, under: 1 };
const THREE_QUARTERS: Share = { over: 3, under: 4 };

/** Suddenly more is under way than usual. */
export const PENDING_RISE: Rule = {
  kind: 'pendingRise',
  reaches: (amount, percent) => risesBy(amount, percent, WHOLE),
  holds: (amount, percent) => risesBy(amount, percent, THREE_QUARTERS),
  worseIs: 'more',
  addsUp: true,
  partOfRate: false,
  // "Usual" follows what is.
  endsSilently: true,
  judge({ figures }, { rules }) {
    const pending = figures?.counts.pending ?? null;
    const usual = figures?.usualPending ?? null;
    if (figures === null || pending === null || usual === null || usual === 0) return [];
    const amount = { value: pending, of: usual };
    return [{ period: periodKey(figures.period), amount, bounds: rules.pendingRise }];
  },
};

/** Whether more is pending than usual by some share of what the rule asks for, in whole numbers. */
function risesBy({ value, of: usual }: Amount, percent: number, { over, under }: Share): boolean {
  const risen = value - usual;
  return risen * under >= LEAST_RISE * over && risen * 100 * under >= percent * usual * over;
}
