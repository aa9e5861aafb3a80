import { daysInto } from '../calendar/period-order.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import { COUNTED_UP, countedUp, NEVER_FALLING } from './counted-up.ts';
import type { CountedUp, Finding, SaidBefore } from './finding.ts';
import type { Figure, SnapshotHead } from './snapshot.ts';
import type { Reading } from './store.ts';
import { wasFinal } from './was-final.ts';

/** A fall or a growth below this is a slip, a deleted test dossier, a busy day: never gross, and growth not even doubted. */
const SMALL = 100;
const GROSS = 1_000;
/** What even the smallest agency may have on one day without being doubted. */
const DAILY_AT_LEAST = 20;
/** How many times its usual day an agency may grow in a day: the days after a holiday, a backlog clicked away. */
const BUSY_DAYS = 5;
/** No backlog is a sixth of a year of work. */
const GROSS_DAYS = 50;

/** So many times what the period before had, or less than that part of it, is another agency's number, or another unit. */
const TIMES_THE_PERIOD_BEFORE = 5;

type Version = Pick<SnapshotHead, 'period' | 'asOf'>;
/** A row that is being taken in. */
export type NewRow = {
  readonly figure: Pick<Figure, 'agency' | 'counts'>;
  readonly snapshot: Version;
};

/** How a figure stands to what an earlier version of the same table said of the same agency, all fields together. */
export function checkVersions(before: Reading, now: NewRow): readonly Finding[] {
  const pairs = COUNTED_UP.flatMap((column) => {
    const was = countedUp(before.figure.counts, column);
    const is = countedUp(now.figure.counts, column);
    return was === null || is === null ? [] : [{ column, was, is }];
  });
  return pairs.flatMap((pair) => fall(pair, before, now) ?? jump(pair, before.snapshot, now) ?? []);
}

type Pair = { readonly column: CountedUp; readonly was: number; readonly is: number };

/**
 * What was given out as final for a day may be corrected downwards; that is a restatement, unless most of it is gone. A
 * later day has no less than the one before.
 */
function fall(
  { column, was, is }: Pair,
  before: Reading,
  { figure, snapshot }: NewRow,
): Finding | null {
  if (is >= was || !NEVER_FALLING.includes(column)) return null;
  const gross = was - is >= SMALL && is * 2 < was;
  const isCorrection = wasFinal(before.snapshot) && before.snapshot.asOf.equals(snapshot.asOf);
  if (isCorrection && !gross) return null;
  return {
    code: 'counterRanBackwards',
    agency: figure.agency,
    column,
    before: saidBefore(was, before.snapshot),
    now: is,
    gross,
  };
}

/**
 * How the first figure of a period stands to the period of the same length before it, both being over. Only doubted, never
 * gross: an agency may have been given more to do.
 */
export function checkNewPeriod(before: Reading, now: NewRow): readonly Finding[] {
  if (!isWhole(before.snapshot) || !isWhole(now.snapshot)) return [];
  return (['received', 'resolved'] as const).flatMap((column): readonly Finding[] => {
    const was = before.figure.counts[column];
    const is = now.figure.counts[column];
    if (was === null || is === null || Math.abs(is - was) < GROSS) return [];
    if (Math.max(is, was) <= TIMES_THE_PERIOD_BEFORE * Math.min(is, was)) return [];
    const { agency } = now.figure;
    const said = saidBefore(was, before.snapshot);
    return [{ code: 'implausibleJump', agency, column, before: said, now: is, gross: false }];
  });
}

function isWhole({ period, asOf }: Version): boolean {
  return Temporal.PlainDate.compare(asOf, parsePeriodKey(period).to) >= 0;
}

/** Held against the agency's own average day of the period so far, in whole numbers: no rounding decides. */
function jump({ column, was, is }: Pair, before: Version, { figure, snapshot }: NewRow) {
  const growth = is - was;
  const days = daysInto(parsePeriodKey(before.period), before.asOf);
  const passed = Math.max(1, daysInto(parsePeriodKey(before.period), snapshot.asOf) - days);
  const usual = Math.max(was, DAILY_AT_LEAST * days);
  const isBeyond = (times: number) => exceeds([growth, days], [times, usual, passed]);
  if (growth < SMALL || days < 1 || !isBeyond(BUSY_DAYS)) return null;
  return {
    code: 'implausibleJump',
    agency: figure.agency,
    column,
    before: saidBefore(was, before),
    now: is,
    gross: growth >= GROSS && isBeyond(GROSS_DAYS),
  } as const;
}

/** Whether one product is greater than another, however long the numbers are. */
function exceeds(one: readonly number[], other: readonly number[]): boolean {
  return product(one) > product(other);
}

function product(factors: readonly number[]): bigint {
  return factors.reduce((result, factor) => result * BigInt(factor), 1n);
}

function saidBefore(value: number, { period, asOf }: Version): SaidBefore {
  return { value, period, asOf };
}
