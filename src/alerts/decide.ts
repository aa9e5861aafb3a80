import { type Measure, stepAt } from './measure.ts';
import type { AlertState } from './state.ts';

/** What is told about one rule and agency, and what is known before and afterwards (null = no alert). */
export type Told =
  | { readonly reason: 'first'; readonly before: null; readonly after: AlertState }
  | {
      readonly reason: 'worsened' | 'repeatDue';
      readonly before: AlertState;
      readonly after: AlertState;
    }
  | {
      readonly reason: 'recovered';
      readonly before: AlertState;
      /** Of what is milder and not over. */
      readonly after: AlertState | null;
    };

/** What is decided about one rule and agency: what is told, or that nothing is. */
export type Decided =
  | Told
  | {
      readonly reason: 'nothingNew';
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
  return told !== null && isStillMeant(told, measure)
    ? decideAgain(told, measure, moment)
    : decideFirst(measure, moment);
}

function decideFirst(measure: Measure, { now }: Moment): Decided {
  const bound = measure.bounds[measure.reached - 1];
  return bound === undefined
    ? { reason: 'nothingNew', before: null, after: null }
    : { reason: 'first', before: null, after: stateOf(measure, bound, now) };
}

function decideAgain(before: AlertState, measure: Measure, { now, isRepeatDue }: Moment): Decided {
  const { reached, held, amount, bounds } = measure;
  const step = stepAt(measure, before.bound);
  const [bound, left] = [bounds[reached - 1], bounds[held - 1]];
  if (bound !== undefined && reached > step) {
    const after = { ...stateOf(measure, bound, now), since: before.since };
    return { reason: 'worsened', before, after };
  }
  const told = { ...before, amount, toldAt: now };
  if (held < step) {
    return {
      reason: 'recovered',
      before,
      after: left === undefined ? null : { ...told, bound: left },
    };
  }
  // What sways just below a bound is not said to be over it, again and again.
  const isStill = reached === step && before.acknowledgedAt === null;
  return isStill && isRepeatDue(before.toldAt)
    ? { reason: 'repeatDue', before, after: told }
    : { reason: 'nothingNew', before, after: before };
}

/** Whether a state is of the same period, and of a bound that there still is: limits may have been changed meanwhile. */
function isStillMeant({ period, bound }: AlertState, measure: Measure): boolean {
  return period === measure.period && stepAt(measure, bound) > 0;
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
function stateOf(measure: Measure, bound: number, now: Temporal.Instant): AlertState {
  const { rule, agency, period, amount } = measure;
  return { rule, agency, period, bound, amount, since: now, toldAt: now, acknowledgedAt: null };
}
