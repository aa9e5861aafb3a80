import type { MonthCounts } from './message-counts.ts';

/** How much of a month's messages is used. */
export type Usage = { readonly used: number; readonly messages: number };

/** Parts of a plan, in percent, at which its keeper is told. */
const MARKS = [100, 80] as const;
export type Mark = (typeof MARKS)[number];

/** Whether messages that come in count is not settled: counting them is the safe side. */
export function usageOf(
  { sent, received }: MonthCounts,
  { messages, receivedCount }: { readonly messages: number; readonly receivedCount: boolean },
): Usage {
  return { used: sent + (receivedCount ? received : 0), messages };
}

/** The highest mark that is reached; null = none yet. */
export function markReached({ used, messages }: Usage): Mark | null {
  return MARKS.find((mark) => used * 100 >= messages * mark) ?? null;
}
