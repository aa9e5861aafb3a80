import { QUARTER, type Rule } from './rule.ts';

/** From which numbers on more dossiers that are late for long are worse. */
const BOUNDS = [1, 3, 10, 30, 100, 300, 1_000] as const;

/** Dossiers are late for long. */
export const LONG_OVERDUE: Rule = {
  kind: 'longOverdue',
  reaches: ({ value }, least) => value >= least,
  holds: ({ value }, least) => value >= least - Math.floor(least / QUARTER),
  worseIs: 'more',
  addsUp: false,
  partOfRate: false,
  endsSilently: false,
  judge({ dossiers }, { rules }) {
    if (dossiers === null || rules.longOverdueDays === null) return [];
    return [{ period: null, amount: { value: dossiers.longOverdue, of: 1 }, bounds: BOUNDS }];
  },
};
