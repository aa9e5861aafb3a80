import type { AudienceStore, Subscription } from '../audience/store.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Clock } from '../clock.ts';
import type { MessageCounts } from '../quota/message-counts.ts';
import { monthsAhead } from '../quota/month-days.ts';
import { type Allowance, fits, type MonthPlan, planMonth } from '../quota/plan-month.ts';
import { usageOf } from '../quota/used-up.ts';

/** The month a further subscription would not fit into; null = it fits, or nothing limits its channel. */
export type Overfull = (further: Subscription) => Promise<MonthPlan | null>;

type Room = {
  readonly audience: Pick<AudienceStore, 'subscriptions' | 'alertSubscriptions'>;
  readonly calendar: Pick<WorkingCalendar, 'isWorkingDay'>;
  readonly counts: Pick<MessageCounts, 'of'>;
  readonly clock: Clock;
};

/** The plan of a messenger; `receivedCount`: messages that come in count as well. */
export type LimitedPlan = Omit<Allowance, 'channel'> & { readonly receivedCount: boolean };

/** Holds subscriptions against the plans of their channels: in what is left of this month, and in the next. */
export function monthlyLimit(plans: Readonly<Record<string, LimitedPlan>>, room: Room): Overfull {
  return async (further) => {
    const { channel } = further;
    const plan = plans[channel];
    if (plan === undefined) return null;
    const others = (await subscribedOn(channel, room)).filter((one) => !isSame(one, further));
    const allowance = { channel, ...plan };
    for (const ahead of monthsAhead(room.clock.now(), room.calendar)) {
      const { used } = usageOf(await room.counts.of(channel, ahead.month), plan);
      const month = planMonth([...others, further], allowance, { ...ahead, used });
      if (!fits(month)) return month;
    }
    return null;
  };
}

async function subscribedOn(
  channel: string,
  { audience }: Pick<Room, 'audience'>,
): Promise<readonly Subscription[]> {
  const all: readonly Subscription[] = [
    ...(await audience.subscriptions('morningList')),
    ...(await audience.subscriptions('leaderDigest')),
    ...(await audience.alertSubscriptions()),
  ];
  return all.filter((one) => one.channel === channel);
}

/** It takes the place of that one. */
function isSame(one: Subscription, other: Subscription): boolean {
  return (
    one.kind === other.kind &&
    one.agency === other.agency &&
    one.address.chat === other.address.chat
  );
}
