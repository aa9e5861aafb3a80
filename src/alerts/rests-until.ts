import type { ChatAlerts } from './store.ts';

/** Until when a chat wants no alerts; null when it wants them now. */
export function restsUntil(
  { snoozedUntil }: Pick<ChatAlerts, 'snoozedUntil'>,
  now: Temporal.Instant,
): Temporal.Instant | null {
  if (snoozedUntil === null) return null;
  return Temporal.Instant.compare(now, snoozedUntil) < 0 ? snoozedUntil : null;
}
