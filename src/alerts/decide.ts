import { type Measure, stepAt } from './measure.ts';
import type { AlertState } from './state.ts';

/** Why something is said of an alert, or that nothing is. */
type Reason = 'first' | 'worsened' | 'recovered' | 'repeatDue' | 'nothingNew';

/** What is decided about one rule and agency: what is said, and what is known afterwards (null = no alert). */
export type Decided = {
  readonly reason: Reason;
  readonly before: AlertState | null;
  readonly after: AlertState | null;
};

/** When it is decided, and whether so long has passed since a moment that an alert is repeated. */
export type Moment = {
  readonly now: Temporal.Instant;
  readonly isRepeatDue: (toldAt: Temporal.Instant) => boolean;
};

/**
 * Decides what is new about one rule and agency. A bound that was reached is left only clearly, so that a rate that sways
 * at a limit is told once; what was clearly left behind and is reached again is told again. Of another period nothing
 * is left: it begins anew, and that the old one is over is no news.
 */
export function decide(told: AlertState | null, measure: Measure, moment: Moment): Decided {
  const before = told !== null && isStillMeant(told, measure) ? told : null;
  const reason = reasonOf(before, measure, moment);
  return { reason, before, after: afterwards(reason, before, { measure, now: moment.now }) };
}

/** Whether a state is of the same period, and of a bound that there still is: limits may have been changed meanwhile. */
function isStillMeant({ period, bound }: AlertState, measure: Measure): boolean {
  return period === measure.period && stepAt(measure, bound) > 0;
}

function reasonOf(before: AlertState | null, measure: Measure, { isRepeatDue }: Moment): Reason {
  const step = before === null ? 0 : stepAt(measure, before.bound);
  if (measure.reached > step) return before === null ? 'first' : 'worsened';
  if (before === null) return 'nothingNew';
  if (measure.held < step) return 'recovered';
  // What sways just below a bound is not said to be over it, again and again.
  const isStill = measure.reached === step && before.acknowledgedAt === null;
  return isStill && isRepeatDue(before.toldAt) ? 'repeatDue' : 'nothingNew';
}

type Telling = { readonly measure: Measure; readonly now: Temporal.Instant };

function afterwards(
  reason: Reason,
  before: AlertState | null,
  { measure, now }: Telling,
): AlertState | null {
  if (reason === 'first' || reason === 'worsened') {
    return { ...stateOf(measure, now), since: before?.since ?? now };
  }
  if (before === null || reason === 'nothingNew') return before;
  const told = { ...before, amount: measure.amount, toldAt: now };
  if (reason === 'repeatDue') return told;
  const bound = measure.bounds[measure.held - 1];
  return bound === undefined ? null : { ...told, bound };
}

/** A state as if a measure had been told and seen: for what another line of the same message says already. */
export function silently(
  told: AlertState | null,
  measure: Measure,
  moment: Moment,
): AlertState | null {
  const { before, after, reason } = decide(told, measure, moment);
  if (reason === 'repeatDue') return before;
  if (reason === 'nothingNew' || after === null) return after;
  return { ...after, acknowledgedAt: moment.now };
}

/** An alert as it is told for the first time, or anew as graver. */
function stateOf(measure: Measure, now: Temporal.Instant): AlertState {
  const { rule, agency, period, amount, bounds, reached } = measure;
  const bound = bounds[reached - 1] ?? 0;
  return { rule, agency, period, bound, amount, since: now, toldAt: now, acknowledgedAt: null };
}
