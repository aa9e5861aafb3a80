import { daysInto } from '../calendar/period-order.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import { COUNTED_UP, countedUp, type CountedUp, NEVER_FALLING } from './counted-up.ts';
import type { Finding, SaidBefore } from './finding.ts';
import { SLIP } from './severity.ts';
import type { Figure, SnapshotHead } from './snapshot.ts';
import type { Reading } from './store.ts';
import { wasFinal } from './was-final.ts';

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
  return [
    ...pairs.flatMap((pair) => fall(pair, before, now) ?? jump(pair, before.snapshot, now) ?? []),
    ...checkFlow(before, now),
  ];
}

/**
 * What is pending is what was, with what came in since and without what was resolved. Some leaves without being resolved
 * (returned, withdrawn) and slips are common; what is off by as much as days bring is neither.
 */
function checkFlow({ figure, snapshot: version }: Reading, now: NewRow): readonly Finding[] {
  const { counts } = now.figure;
  const grown = (column: 'received' | 'resolved' | 'pending') => {
    const [was, is] = [figure.counts[column], counts[column]];
    return was === null || is === null ? null : is - was;
  };
  const [came, left] = [grown('received'), grown('resolved')];
  const [was, is] = [figure.counts.pending, counts.pending];
  if (came === null || left === null || was === null || is === null) return [];
  const expected = was + came - left;
  const weight = weightOf(Math.abs(is - expected), figure.counts.received ?? 0, {
    before: version,
    now: now.snapshot,
  });
  if (weight === null) return [];
  const before = saidBefore(was, version);
  const { agency } = now.figure;
  return [
    {
      code: 'pendingDoesNotFollow',
      agency,
      column: 'pending',
      before,
      now: is,
      expected,
      ...weight,
    },
  ];
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
  const gross = was - is >= SLIP && is * 2 < was;
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

function jump({ column, was, is }: Pair, before: Version, { figure, snapshot }: NewRow) {
  const weight = weightOf(is - was, was, { before, now: snapshot });
  if (weight === null) return null;
  const { agency } = figure;
  const said = saidBefore(was, before);
  return { code: 'implausibleJump', agency, column, before: said, now: is, ...weight } as const;
}

/**
 * How much it weighs that a number changed by so many since a version by which `was` had been counted: held against the
 * agency's own average day of the period so far, in whole numbers, so that no rounding decides; null = nothing.
 */
function weightOf(
  growth: number,
  was: number,
  { before, now }: { readonly before: Version; readonly now: Version },
): { readonly gross: boolean } | null {
  const days = daysInto(parsePeriodKey(before.period), before.asOf);
  const passed = Math.max(1, daysInto(parsePeriodKey(before.period), now.asOf) - days);
  const usual = Math.max(was, DAILY_AT_LEAST * days);
  const isBeyond = (times: number) => exceeds([growth, days], [times, usual, passed]);
  if (growth < SLIP || days < 1 || !isBeyond(BUSY_DAYS)) return null;
  return { gross: growth >= GROSS && isBeyond(GROSS_DAYS) };
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
