import type { CalendarRules, Holiday } from './calendar-file.ts';
import { lunarDayIn } from './lunar-day.ts';

/** The days off of a year with their names, by "2025-01-29"; plain weekends are not among them. */
type DaysOff = ReadonlyMap<string, string>;

/**
 * The days off of a year: what was decided for it; by the general rule what was not, and then with the compensation of
 * holidays that fall on a weekly rest day.
 */
export function daysOffOf(rules: CalendarRules, year: number): DaysOff {
  const decided = rules.off.filter(({ from }) => from.year === year);
  const settled = new Set(decided.flatMap(({ settles }) => settles));
  const byRule = rules.holidays
    .filter(({ id }) => !settled.has(id))
    .flatMap((holiday) => daysOf(holiday, rules, year))
    .sort((one, other) => Temporal.PlainDate.compare(one.day, other.day));
  const names = new Map<string, string>();
  for (const { day, name } of byRule) names.set(day.toString(), name);
  for (const { from, to, name } of decided) {
    for (const day of daysFromTo(from, to)) names.set(day.toString(), name);
  }
  for (const { day, name } of byRule) {
    if (isRest(day, rules)) names.set(nextWorkday(day, rules, names).toString(), name);
  }
  return names;
}

/** Whether a day is one of the weekly rest days, and not worked to make up for another. */
export function isRest(day: Temporal.PlainDate, rules: CalendarRules): boolean {
  return (
    rules.weeklyRest.includes(day.dayOfWeek) &&
    !rules.makeupWorkdays.some((makeup) => makeup.day.equals(day))
  );
}

type NamedDay = { readonly day: Temporal.PlainDate; readonly name: string };

function daysOf(holiday: Holiday, rules: CalendarRules, year: number): readonly NamedDay[] {
  const { name, daysBefore, daysAfter } = holiday;
  const middle = middleOf(holiday, rules, year);
  return daysFromTo(middle.subtract({ days: daysBefore }), middle.add({ days: daysAfter })).map(
    (day) => ({ day, name }),
  );
}

function middleOf({ by, month, day }: Holiday, { lunarExceptions }: CalendarRules, year: number) {
  if (by === 'sun') return Temporal.PlainDate.from({ year, month, day });
  const exception = lunarExceptions.find(
    ({ lunar, day: falls }) => falls.year === year && lunar.month === month && lunar.day === day,
  );
  return exception?.day ?? lunarDayIn(year, { month, day });
}

function daysFromTo(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): readonly Temporal.PlainDate[] {
  return Array.from({ length: from.until(to).days + 1 }, (_, days) => from.add({ days }));
}

function nextWorkday(rest: Temporal.PlainDate, rules: CalendarRules, off: DaysOff) {
  let day = rest.add({ days: 1 });
  while (isRest(day, rules) || off.has(day.toString())) day = day.add({ days: 1 });
  return day;
}
