import * as z from 'zod';

/* Schemas say what is wrong by a code; src/replies has the words. `abort`: what is no day or time is not compared. */
const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** A day of the week as `Temporal` counts it: 1 = Monday to 7 = Sunday. */
const Weekday = z.enum(WEEKDAYS, 'weekday').transform((name) => WEEKDAYS.indexOf(name) + 1);

const Time = z
  .string('time')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/u, { error: 'time', abort: true })
  .transform((text) => Temporal.PlainTime.from(text));

/** A day of every year, month first: "04-30". */
const MonthDay = z
  .string('monthDay')
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u, 'monthDay')
  .transform((text) => ({ month: Number(text.slice(0, 2)), day: Number(text.slice(3)) }));

/** Every lunar month has 29 days; the last two may end in the next solar year, and no holiday is in them. */
const LunarDay = MonthDay.refine(({ month, day }) => month <= 10 && day <= 29, 'lunarDay');
/** In every year, leap or not. */
const SolarDay = MonthDay.refine(
  ({ month, day }) => day <= Temporal.PlainYearMonth.from({ year: 2023, month }).daysInMonth,
  'monthDay',
);

const CalendarDay = z.iso
  .date({ error: 'day', abort: true })
  .transform((text) => Temporal.PlainDate.from(text));
const Text = z.string('text').min(1, 'text');
const Neighbours = z.int('neighbours').min(0, 'neighbours').max(9, 'neighbours').default(0);
const listOf = <Row extends z.ZodType>(row: Row) => z.array(row, 'list');

const Holiday = z
  .strictObject(
    {
      id: Text,
      name: Text,
      date: SolarDay.optional(),
      lunar: LunarDay.optional(),
      daysBefore: Neighbours,
      daysAfter: Neighbours,
    },
    'mapping',
  )
  .transform(({ date, lunar, ...named }, context) => {
    if (date !== undefined && lunar === undefined) return { ...named, by: 'sun', ...date } as const;
    if (lunar === undefined || date !== undefined) {
      context.addIssue('dateOrLunar');
      return z.NEVER;
    }
    return { ...named, by: 'moon', ...lunar } as const;
  });

const Office = z
  .strictObject({ from: Time, to: Time }, 'mapping')
  .refine(({ from, to }) => Temporal.PlainTime.compare(from, to) < 0, 'endsBeforeItBegins');

const Exception = z.strictObject({ lunar: LunarDay, day: CalendarDay }, 'mapping');

/** Who said so; `confirmed: false` = derived from the law, to be checked when the year is announced. */
const Grounds = { confirmed: z.boolean('yesOrNo'), basis: Text };

const Off = z
  .strictObject(
    { settles: listOf(Text), name: Text, from: CalendarDay, to: CalendarDay, ...Grounds },
    'mapping',
  )
  .refine(({ from, to }) => Temporal.PlainDate.compare(from, to) <= 0, 'endsBeforeItBegins')
  .refine(({ from, to }) => from.year === to.year, 'oneYear');

const Makeup = z.strictObject({ day: CalendarDay, insteadOf: CalendarDay, ...Grounds }, 'mapping');

/** The form of the file of days off; `calendarProblems` looks at what one entry has to do with another. */
export const CalendarFile = z.strictObject(
  {
    officeHours: listOf(Office).min(1, 'officeHours'),
    weeklyRest: listOf(Weekday).max(6, 'weeklyRest'),
    holidays: listOf(Holiday),
    lunarExceptions: listOf(Exception),
    off: listOf(Off),
    makeupWorkdays: listOf(Makeup),
  },
  'mapping',
);

/** The days off of a country or province as they are kept. */
export type CalendarRules = z.infer<typeof CalendarFile>;
/** A day off that comes every year. */
export type Holiday = z.infer<typeof Holiday>;
