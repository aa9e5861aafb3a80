import type { Period, PeriodKey } from '../../calendar/period.ts';
import { periodKey } from '../../calendar/periods.ts';
import type { Payload } from '../../polling/source.ts';
import type { IntakeProblem } from '../../snapshots/intake-problem.ts';

/** A system that keeps no past says so in one of these ways: nothing has become wrong with it. */
const NOT_KEPT: ReadonlySet<string> = new Set<IntakeProblem>([
  'badStatus',
  'rowsMissing',
  'noRows',
]);

/** Goes once a day through periods that are over. Made once for each source and kept in memory. */
export type DailyRound = {
  /** Those of some periods that were not asked for on a day. */
  due(periods: readonly Period[], day: Temporal.PlainDate): readonly Period[];
  asks(period: Period, day: Temporal.PlainDate): void;
  /** Whether an answer is to be taken in: the same refusal every day is no news. */
  isNews(period: Period, payload: Payload): boolean;
};

/** Begins anew with the program. */
export function dailyRound(): DailyRound {
  const askedOn = new Map<PeriodKey, Temporal.PlainDate>();
  const refusedFor = new Map<PeriodKey, string>();
  return {
    due: (periods, day) =>
      periods.filter((period) => askedOn.get(periodKey(period))?.equals(day) !== true),
    asks: (period, day) => void askedOn.set(periodKey(period), day),
    isNews(period, payload) {
      const key = periodKey(period);
      const before = refusedFor.get(key);
      refusedFor.delete(key);
      if (payload.kind === 'read') return true;
      if (payload.problems.every(({ code }) => NOT_KEPT.has(code))) return false;
      const why = payload.problems.map(({ code }) => code).join(' ');
      refusedFor.set(key, why);
      return why !== before;
    },
  };
}
