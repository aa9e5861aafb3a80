import { ConfigurationInvalid } from '../errors.ts';
import { readYaml } from '../read-yaml.ts';
import { CalendarFile, type CalendarRules } from './calendar-file.ts';
import { calendarProblems } from './calendar-problems.ts';
import { daysOffOf, isRest } from './days-off-of-year.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** Reads the days off and office hours. Throws `ConfigurationInvalid` with every problem, its file and path. */
export function readWorkingCalendar(text: string, file = ''): WorkingCalendar {
  const read = readYaml(CalendarFile, { file, text });
  const problems = read.ok ? calendarProblems(read.value, file) : read.problems;
  if (!read.ok || problems.length > 0) throw new ConfigurationInvalid(problems);
  return workingCalendar(read.value);
}

type Year = {
  /** Names of days off by day of the year, from 1. */
  readonly holidays: ReadonlyMap<number, string>;
  /** Whether a day of the year, from 1, is worked. */
  readonly works: readonly boolean[];
  /** Working days of the year up to and including a day of it, from 1; [0] = none. */
  readonly tally: readonly number[];
};

function workingCalendar(rules: CalendarRules): WorkingCalendar {
  const years = new Map<number, Year>();
  const yearOf = (year: number): Year => {
    const known = years.get(year) ?? readYear(rules, year);
    years.set(year, known);
    return known;
  };
  return {
    isWorkingDay: (day) => yearOf(day.year).works[day.dayOfYear] === true,
    workedInYear: (day) => yearOf(day.year).tally[day.dayOfYear] ?? 0,
    holidayOn: (day) => yearOf(day.year).holidays.get(day.dayOfYear) ?? null,
    officeHours: rules.officeHours,
  };
}

function readYear(rules: CalendarRules, year: number): Year {
  const holidays = new Map(
    [...daysOffOf(rules, year)].map(([day, name]) => [
      Temporal.PlainDate.from(day).dayOfYear,
      name,
    ]),
  );
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  const works = Array.from({ length: first.daysInYear + 1 }, (_, number) => {
    return number > 0 && !holidays.has(number) && !isRest(first.add({ days: number - 1 }), rules);
  });
  return { holidays, works, tally: tallyOf(works) };
}

function tallyOf(works: readonly boolean[]): readonly number[] {
  let worked = 0;
  return works.map((isWorked) => {
    if (isWorked) worked += 1;
    return worked;
  });
}
