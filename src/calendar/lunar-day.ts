/** A day of the lunar year, leap months left aside. */
export type LunarDay = { readonly month: number; readonly day: number };

/**
 * The day in a year on which a lunar day falls, by the Chinese calendar (zone +8) of `Temporal`. The Vietnamese one (zone
 * +7) differs when the new moon falls into the hour between: see src/decisions/0010. RangeError for a day the month
 * does not have.
 */
export function lunarDayIn(year: number, { month, day }: LunarDay): Temporal.PlainDate {
  // Midsummer is in the lunar year that begins in `year`; its last two months may end in the next one.
  const lunarYear = Temporal.PlainDate.from({ year, month: 7, day: 1 }).withCalendar('chinese');
  return lunarYear
    .with({ monthCode: `M${String(month).padStart(2, '0')}`, day }, { overflow: 'reject' })
    .withCalendar('iso8601');
}
