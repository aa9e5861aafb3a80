import type { DueCounts } from './store.ts';

/** Nothing at all. */
export const NOTHING_DUE: DueCounts = {
  overdue: 0,
  today: 0,
  one: 0,
  three: 0,
  later: 0,
  paused: 0,
  pausedOverdue: 0,
  test: 0,
};

/** Counts of several agencies together. */
export function sumOfDue(all: readonly DueCounts[]): DueCounts {
  return all.reduce(
    (sum, each) => ({
      overdue: sum.overdue + each.overdue,
      today: sum.today + each.today,
      one: sum.one + each.one,
      three: sum.three + each.three,
      later: sum.later + each.later,
      paused: sum.paused + each.paused,
      pausedOverdue: sum.pausedOverdue + each.pausedOverdue,
      test: sum.test + each.test,
    }),
    NOTHING_DUE,
  );
}

/** Whether something is late or falls due within three working days. */
export function isAnythingDue({ overdue, today, one, three }: DueCounts): boolean {
  return overdue + today + one + three > 0;
}
