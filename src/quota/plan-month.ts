import type { Subscription, SubscriptionKind } from '../audience/store.ts';

/** What the plan of a messenger allows in a month, and how much of it is kept for answers to questions. */
export type Allowance = {
  readonly channel: string;
  readonly messages: number;
  readonly reserve: number;
};

/** What is ahead of a month: on how many days something comes, every working day or those of one weekday. */
export type MonthAhead = {
  readonly month: Temporal.PlainYearMonth;
  /** Days of the calendar: of a month that runs, what is left of it. */
  readonly left: { readonly days: number; readonly of: number };
  readonly daysOn: (weekday: number | null) => number;
};

/** Subscriptions of one kind that come on the same days. */
export type PlanLine = {
  readonly kind: SubscriptionKind;
  readonly days: number;
  readonly chats: number;
  /** Messages a chat is sent on such a day. */
  readonly each: number;
  /** The product of the three. */
  readonly messages: number;
};

/** What a month takes, against what may be sent in it. */
export type MonthPlan = Pick<Allowance, 'channel' | 'messages'> & {
  readonly month: Temporal.PlainYearMonth;
  /** Messages that have been used of it already. */
  readonly used: number;
  /** What is sent in the rest of it without being asked for. */
  readonly lines: readonly PlanLine[];
  /** The sum of the lines. */
  readonly pushed: number;
  /** Kept for answers in the rest of it. */
  readonly reserve: number;
};

/**
 * Messages on a day it comes. A list that is long takes two; alerts are grouped into one message a chat, and more than
 * one in two days would mean that nobody has looked into the first.
 */
const EACH: Readonly<Record<SubscriptionKind, number>> = {
  morningList: 2,
  leaderDigest: 1,
  alerts: 1,
};

/** Adds up what these subscriptions take in a month; those at rest count, as somebody may wake them any day. */
export function planMonth(
  subscriptions: readonly Subscription[],
  { channel, messages, reserve }: Allowance,
  { month, left, daysOn, used }: MonthAhead & Pick<MonthPlan, 'used'>,
): MonthPlan {
  const alike = Map.groupBy(subscriptions, (one) => `${one.kind} ${String(weekdayOf(one))}`);
  const lines = Array.from(alike.values(), (group): PlanLine => {
    const [first] = group;
    const kind = first?.kind ?? 'alerts';
    const days = daysOn(first === undefined ? null : weekdayOf(first));
    const each = EACH[kind];
    return { kind, days, chats: group.length, each, messages: days * group.length * each };
  });
  const pushed = lines.reduce((sum, line) => sum + line.messages, 0);
  const kept = Math.ceil((reserve * left.days) / left.of);
  return { channel, month, used, lines, pushed, reserve: kept, messages };
}

/** Whether a month can carry what is sent and still answer questions. */
export function fits(plan: MonthPlan): boolean {
  return needed(plan) <= plan.messages;
}

/** Everything a month takes. */
export function needed({ used, pushed, reserve }: MonthPlan): number {
  return used + pushed + reserve;
}

function weekdayOf(subscription: Subscription): number | null {
  return 'weekday' in subscription ? subscription.weekday : null;
}
