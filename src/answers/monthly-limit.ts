import type { AudienceStore, Subscription } from '../audience/store.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { type Clock, dayOf } from '../clock.ts';
import { busierMonth } from '../quota/month-days.ts';
import { type Allowance, fits, type MonthPlan, planMonth } from '../quota/plan-month.ts';

/** The month a further subscription would not fit into; null = it fits, or nothing limits its channel. */
export type Overfull = (further: Subscription) => Promise<MonthPlan | null>;

type Room = {
  readonly audience: Pick<AudienceStore, 'subscriptions' | 'alertSubscriptions'>;
  readonly calendar: Pick<WorkingCalendar, 'isWorkingDay'>;
  readonly clock: Clock;
};

/** Holds subscriptions against the plans of their channels. */
export function monthlyLimit(
  allowances: Readonly<Record<string, Allowance>>,
  { audience, calendar, clock }: Room,
): Overfull {
  return async (further) => {
    const allowance = allowances[further.channel];
    if (allowance === undefined) return null;
    const all: readonly Subscription[] = [
      ...(await audience.subscriptions('morningList')),
      ...(await audience.subscriptions('leaderDigest')),
      ...(await audience.alertSubscriptions()),
    ];
    const others = all.filter((one) => one.channel === further.channel && !isSame(one, further));
    const plan = planMonth(
      [...others, further],
      allowance,
      busierMonth(dayOf(clock.now()), calendar),
    );
    return fits(plan) ? null : plan;
  };
}

/** It takes the place of that one. */
function isSame(one: Subscription, other: Subscription): boolean {
  return (
    one.kind === other.kind &&
    one.agency === other.agency &&
    one.address.chat === other.address.chat
  );
}
