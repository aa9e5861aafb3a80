import { ZONE } from '../../clock.ts';
import type { ListCell } from './list-columns.ts';
import { remembering } from './remembering.ts';

/** A moment in milliseconds since 1970; `wholeDay`: no hour was given, and `at` is the beginning of the local day. */
export type ReadMoment = { readonly at: number; readonly wholeDay: boolean };

/** The moment of a cell, null for an empty one, or the fault that it is none. */
export type MomentRead = ReadMoment | null | 'badDate';

type Wall = {
  readonly day: readonly [year: number, month: number, day: number];
  readonly ms: number;
};

const DAY_MS = 86_400_000;
/** Dossiers of one-stop systems are of this century. */
const YEARS = { first: 2000, last: 2099 } as const;
/** Serial numbers of spreadsheets count days from here: 1 = 1900-01-01, and 1900-02-29 is taken for a day. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
/** Numbers up to here are serials (year 2099), above they are milliseconds as programs write them. */
const LAST_SERIAL = 73_050;
const FIRST_MILLISECONDS = Date.UTC(2000, 0);

const CLOCK = String.raw`(\d{1,2})(?::|h)(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:\s?(am|pm|sa|ch))?`;
/** "15/09/2023", "15-9-2023 08:30", "08:30 15/09/2023", "15/09/2023 8:30:00 CH". */
const VIETNAMESE = new RegExp(
  String.raw`^(?:${CLOCK}[\s,]+)?(\d{1,2})([/.-])(\d{1,2})\6(\d{4})(?:[\s,]+${CLOCK})?$`,
  'iu',
);
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T\s](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/iu;
const ISO_WITH_OFFSET =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/iu;
/** Whatever was meant as a date; only such text may be quoted. */
const DATE_LIKE = /^[\d:hT\s]{0,10}\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?:[T\s][\d:.]{0,12})?$/u;

/** What is longer is no moment, and is not worth remembering. */
const LONGEST = 40;

/** Reads the moments of a list; appointments and days that come again are looked up. */
export function momentReader(): (cell: ListCell | undefined) => MomentRead {
  const days = new Map<number, number | null>();
  const startOf = (day: Wall['day']): number | null => {
    const [year, month, date] = day;
    const key = (year * 100 + month) * 100 + date;
    const known = days.get(key);
    if (known !== undefined) return known;
    if (days.size > 20_000) days.clear();
    const start = startOfDay(day);
    days.set(key, start);
    return start;
  };
  const ofText = (text: string) => momentOfText(text.trim(), startOf);
  const ofShortText = remembering(ofText);
  return (cell) => {
    if (cell === null || cell === undefined || cell === '') return null;
    if (typeof cell === 'string') return (cell.length > LONGEST ? ofText : ofShortText)(cell);
    if (typeof cell === 'number' && cell >= FIRST_MILLISECONDS) return exactly(cell);
    const seen = wallOf(cell);
    return seen === null ? 'badDate' : onDay(seen, startOf);
  };
}

/** Whether a text was meant as a date, so that quoting it tells nothing about anybody: days of birth are no dates here. */
export function isDateLike(text: string): boolean {
  return DATE_LIKE.test(text) && /(?:^|\D)20\d\d(?:\D|$)/u.test(text);
}

type StartOf = (day: Wall['day']) => number | null;

function momentOfText(text: string, startOf: StartOf): MomentRead {
  if (text === '' || /^[-–—]+$/u.test(text)) return null;
  const written = wallOfText(text);
  if (written !== null) return onDay(written, startOf);
  return ISO_WITH_OFFSET.test(text) ? exactly(Date.parse(text)) : 'badDate';
}

function exactly(at: number): MomentRead {
  return Number.isFinite(at) && at >= FIRST_MILLISECONDS && at < Date.UTC(YEARS.last + 1, 0)
    ? { at: Math.round(at), wholeDay: false }
    : 'badDate';
}

function onDay({ day, ms }: Wall, startOf: StartOf): MomentRead {
  const start = startOf(day);
  // Midnight is how systems and spreadsheets write a day without an hour.
  return start === null ? 'badDate' : { at: start + ms, wholeDay: ms === 0 };
}

/** Vietnam keeps one time all year, so hours can be added to the beginning of the day. */
function startOfDay([year, month, day]: Wall['day']): number | null {
  if (year < YEARS.first || year > YEARS.last) return null;
  try {
    const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
    return date.toZonedDateTime(ZONE).epochMilliseconds;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function wallOfText(text: string): Wall | null {
  const parts = VIETNAMESE.exec(text);
  if (parts === null) return wallOfIso(text);
  const [, h1, m1, s1, half1, day, , month, year, h2, m2, s2, half2] = parts;
  if (h1 !== undefined && h2 !== undefined) return null;
  return wall([year, month, day], [h1 ?? h2, m1 ?? m2, s1 ?? s2, half1 ?? half2]);
}

function wallOfIso(text: string): Wall | null {
  const iso = ISO.exec(text);
  if (iso === null) return null;
  const [, year, month, day, ...clock] = iso;
  return wall([year, month, day], clock);
}

function wall(
  day: readonly (string | undefined)[],
  clock: readonly (string | undefined)[],
): Wall | null {
  const [year = NaN, month = NaN, date = NaN] = day.map(Number);
  const [hour = '0', minute = '0', second = '0', half] = clock;
  const hours = hoursOf(Number(hour), half);
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return {
    day: [year, month, date],
    ms: ((hours * 60 + Number(minute)) * 60 + Number(second)) * 1000,
  };
}

/** SA and CH (sáng, chiều) are AM and PM in Vietnamese settings. */
function hoursOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  // No day has such an hour.
  if (hour < 1 || hour > 12) return 24;
  const isAfternoon = /^(?:pm|ch)$/iu.test(half);
  return (hour % 12) + (isAfternoon ? 12 : 0);
}

/** Dates and serials of spreadsheets: wall clock as if in UTC, to the second, for fractions of days are not exact. */
function wallOf(cell: Date | number | boolean): Wall | null {
  if (typeof cell === 'boolean') return null;
  if (typeof cell === 'number' && (cell < 1 || cell > LAST_SERIAL)) return null;
  const utc = typeof cell === 'number' ? SERIAL_ZERO + cell * DAY_MS : cell.getTime();
  if (!Number.isFinite(utc)) return null;
  const seen = new Date(Math.round(utc / 1000) * 1000);
  return {
    day: [seen.getUTCFullYear(), seen.getUTCMonth() + 1, seen.getUTCDate()],
    ms: seen.getTime() % DAY_MS,
  };
}
