/** How many messages of a channel went out and came in within a calendar month, local time. */
export type MonthCounts = { readonly sent: number; readonly received: number };

/** Counts messages where a plan limits them. */
export type MessageCounts = {
  /** Counts one; tells the counts of its month. */
  add(
    channel: string,
    kind: keyof MonthCounts,
    month: Temporal.PlainYearMonth,
  ): Promise<MonthCounts>;
  of(channel: string, month: Temporal.PlainYearMonth): Promise<MonthCounts>;
};
