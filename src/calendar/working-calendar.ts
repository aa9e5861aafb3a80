/** Which days and hours offices work. Days are data: they are decided each year, with swaps (domain.md 8). */
export type WorkingCalendar = {
  isWorkingDay(day: Temporal.PlainDate): boolean;
  /** Working days of a day's year up to and including it: what spans are counted from, however long they are. */
  workedInYear(day: Temporal.PlainDate): number;
  /** Why a day other than a plain weekend is off ("Tết Nguyên đán"); null when it is not. */
  holidayOn(day: Temporal.PlainDate): string | null;
  /** In the order of the day; they do not overlap. */
  readonly officeHours: readonly OfficeHours[];
};

/** From, inclusive, to, exclusive; local time. */
export type OfficeHours = { readonly from: Temporal.PlainTime; readonly to: Temporal.PlainTime };

/**
 * Moments that part dossiers by urgency, seen from `now`: what is due before `now` is overdue, before `today` is due
 * today, before `one` within one working day (the last day for a letter of apology), before `three` within three.
 */
export type DueBounds = {
  readonly now: Temporal.Instant;
  readonly today: Temporal.Instant;
  readonly one: Temporal.Instant;
  readonly three: Temporal.Instant;
};
