import type { Subscription, SubscriptionKind } from '../audience/store.ts';

/** What a plan allows in a month, and how much of it is kept for answers to questions. */
export type Allowance = { readonly messages: number; readonly reserve: number };

/** A month, and on how many of its days something comes: every working day, or the working days of one weekday. */
export type MonthDays = {
  readonly month: Temporal.PlainYearMonth;
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

/** What is sent in a month without being asked for, against what may be. */
export type MonthPlan = {
  readonly month: Temporal.PlainYearMonth;
  readonly lines: readonly PlanLine[];
  /** The sum of the lines. */
  readonly pushed: number;
  readonly allowance: Allowance;
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
  allowance: Allowance,
  { month, daysOn }: MonthDays,
): MonthPlan {
  const alike = Map.groupBy(subscriptions, (one) => `${one.kind} ${String(weekdayOf(one))}`);
  const lines = Array.from(alike.values(), (group): PlanLine => {
    const [first] = group;
    const kind = first?.kind ?? 'alerts';
    const days = daysOn(first === undefined ? null : weekdayOf(first));
    const each = EACH[kind];
    return { kind, days, chats: group.length, each, messages: days * group.length * each };
  });
  const pushed = lines.reduce((sum, { messages }) => sum + messages, 0);
  return { month, lines, pushed, allowance };
}

/** Whether a month can carry what is sent and still answer questions. */
export function fits({ pushed, allowance: { messages, reserve } }: MonthPlan): boolean {
  return pushed + reserve <= messages;
}

function weekdayOf(subscription: Subscription): number | null {
  return 'weekday' in subscription ? subscription.weekday : null;
}
