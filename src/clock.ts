/** Where the time comes from. Only `src/shell` makes the real one; everything else is handed a clock. */
export type Clock = { now(): Temporal.Instant };

/** The zone in which every office of the product lives: days, deadlines and office hours are local to it. */
export const ZONE = 'Asia/Ho_Chi_Minh';

/** The real clock of this machine. */
export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock that stands still at `instant`: for `--now` and for tests. */
export function fixedClock(instant: Temporal.Instant): Clock {
  return { now: () => instant };
}

/** The local day at a moment. */
export function dayOf(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(ZONE).toPlainDate();
}
