import { ZONE } from '../../clock.ts';
import type { Cell } from './map-message.ts';

/** "2026-11-21", also with an hour behind it. */
const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/u;
/** "21/11/2026", also with an hour behind it. */
const PRINTED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:[ T](\d{1,2}):(\d{2})(?::\d{2})?)?$/u;
/** Milliseconds since 1970 of the years 2001 to 2286; fewer digits would be seconds or something else. */
const EPOCH = { least: 1e12, most: 1e13 } as const;

/**
 * The moment an answer shows. A day without an hour means its end; a moment without a zone is local. Null for anything
 * else.
 */
export function readMoment(cell: Cell | undefined): Temporal.Instant | null {
  if (typeof cell === 'number') return momentOfEpoch(cell);
  if (typeof cell !== 'string') return null;
  const text = cell.trim();
  try {
    return isoMoment(text) ?? printedMoment(text);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function momentOfEpoch(ms: number): Temporal.Instant | null {
  const isMoment = Number.isInteger(ms) && ms >= EPOCH.least && ms < EPOCH.most;
  return isMoment ? Temporal.Instant.fromEpochMilliseconds(ms) : null;
}

function isoMoment(text: string): Temporal.Instant | null {
  const [matched, zone] = ISO.exec(text) ?? [];
  if (matched === undefined) return null;
  return zone === undefined ? localMoment(text) : Temporal.Instant.from(text);
}

function printedMoment(text: string): Temporal.Instant | null {
  const [matched, day = '', month = '', year = '', hour, minute = ''] = PRINTED.exec(text) ?? [];
  if (matched === undefined) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return localMoment(hour === undefined ? date : `${date}T${hour.padStart(2, '0')}:${minute}`);
}

function localMoment(text: string): Temporal.Instant {
  if (/[T ]/u.test(text))
    return Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE).toInstant();
  const end = { hour: 23, minute: 59, second: 59 };
  return Temporal.PlainDate.from(text).toPlainDateTime(end).toZonedDateTime(ZONE).toInstant();
}
