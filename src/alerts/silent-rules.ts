import { reportingYearOf } from '../calendar/periods.ts';
import type { Targets } from '../figures/targets.ts';
import type { AlertRules } from './rules.ts';

/** A rule that is switched on and cannot say anything: for that year no target of online dossiers is known. */
export type SilentRule = { readonly rule: 'onlinePace'; readonly year: number };

/** What would be thought to be watched and is not, on a day. */
export function silentRules(
  { online }: Pick<AlertRules, 'online'>,
  { targets }: Pick<Targets, 'targets'>,
  day: Temporal.PlainDate,
): readonly SilentRule[] {
  const year = reportingYearOf(day);
  const isKnown = targets.some(
    ({ metric, firstYear, lastYear }) =>
      metric === 'online' && (firstYear ?? year) <= year && year <= (lastYear ?? year),
  );
  return online && !isKnown ? [{ rule: 'onlinePace', year }] : [];
}
