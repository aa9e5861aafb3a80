import type { Agency } from '../agencies/agency.ts';
import { type CountedMetric, DEFAULT_FORMULA, type FormulaId } from '../figures/metric.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import type { Reading, StatementReading } from '../snapshots/store.ts';
import { wasFinal } from '../snapshots/was-final.ts';
import { uniqueBy } from '../unique-by.ts';
import type { Knowledge } from './knowledge.ts';
import { ratesOf, type RateState, snapshotOf } from './rate.ts';

/** Something that was changed after it had been given out, and the newest that was said before. */
export type Restated<T> = { readonly now: T; readonly before: T };

type About = {
  readonly agency: Agency;
  readonly metric: CountedMetric;
  readonly formula?: FormulaId | null;
};

/** Which of the rates were restated: told apart by formula and place in the document. */
export async function restatedRates(
  knowledge: Knowledge,
  about: About,
  rates: readonly RateState[],
): Promise<readonly Restated<RateState>[]> {
  const found = await Promise.all(
    rates.map(async (now) => {
      const earlier = await earlierRates(knowledge, about, snapshotOf(now));
      const before = earlier.find(
        (rate) => nameOf(rate, about) === nameOf(now, about) && saying(rate) !== saying(now),
      );
      return before === undefined ? [] : [{ now, before }];
    }),
  );
  return found.flat();
}

/** What the versions before a snapshot gave, newest first. */
async function earlierRates(
  { snapshots }: Knowledge,
  { agency, metric, formula = null }: About,
  { id }: SnapshotHead,
): Promise<readonly RateState[]> {
  const readings = await snapshots.replacedReadings(id, agency.id);
  const statements = await snapshots.replacedStatements(id, { agency: agency.id, metric });
  return ratesOf(metric, {
    readings: readings.filter(wasGivenOut),
    statements: statements.filter(wasGivenOut),
    formula,
  });
}

/** The counts of an agency before they were changed; null if they never were. */
export async function restatedCounts(
  { snapshots }: Knowledge,
  now: Reading,
): Promise<Restated<Reading> | null> {
  const earlier = await snapshots.replacedReadings(now.snapshot.id, now.figure.agency);
  const counts = JSON.stringify(now.figure.counts);
  const before = earlier
    .filter(wasGivenOut)
    .find(({ figure }) => JSON.stringify(figure.counts) !== counts);
  return before === undefined ? null : { now, before };
}

/** Those of the readings whose counts were changed; tables that replaced none are not searched. */
export async function restatedAmong(
  knowledge: Knowledge,
  readings: readonly Reading[],
): Promise<readonly Restated<Reading>[]> {
  const tables = await restatedTables(
    knowledge,
    readings.map(({ snapshot }) => snapshot),
  );
  const corrected = new Set(tables.map(({ now }) => now.id));
  const found = await Promise.all(
    readings
      .filter(({ snapshot }) => corrected.has(snapshot.id))
      .map((reading) => restatedCounts(knowledge, reading)),
  );
  return found.filter((one) => one !== null);
}

/** Tables that were corrected after they had been given out, each with the newest version before. */
export async function restatedTables(
  { snapshots }: Knowledge,
  heads: readonly SnapshotHead[],
): Promise<readonly Restated<SnapshotHead>[]> {
  const found = await Promise.all(
    uniqueBy(heads, ({ id }) => id).map(async (now) => {
      const before = (await snapshots.replacedHeads(now.id)).find(wasFinal);
      return before === undefined ? [] : [{ now, before }];
    }),
  );
  return found.flat();
}

/** A published figure before it was changed; null if it never was. */
export async function restatedStatement(
  { snapshots }: Knowledge,
  now: StatementReading,
): Promise<Restated<StatementReading> | null> {
  const { agency, metric, formula, place } = now.statement;
  const earlier = await snapshots.replacedStatements(now.snapshot.id, { agency, metric });
  const numbers = numbersOf(now);
  const before = earlier
    .filter(wasGivenOut)
    .filter(({ statement }) => statement.formula === formula && statement.place === place)
    .find((one) => numbersOf(one) !== numbers);
  return before === undefined ? null : { now, before };
}

function wasGivenOut({ snapshot }: { readonly snapshot: SnapshotHead }): boolean {
  return wasFinal(snapshot);
}

function nameOf(state: RateState, { metric }: About): string {
  const { formula, place } =
    state.kind === 'rate' ? state.rate : { formula: DEFAULT_FORMULA[metric], place: null };
  return `${formula ?? ''} ${place ?? ''}`;
}

/** What a rate says to its reader: two that say the same are no correction of each other. */
export function saying(state: RateState): string {
  if (state.kind === 'nothingArose') return state.kind;
  const { hundredths, fraction } = state.rate;
  return [hundredths, fraction?.numerator, fraction?.denominator].join(' ');
}

function numbersOf({ statement }: StatementReading): string {
  const { rate, numerator, denominator, amountVnd } = statement;
  return JSON.stringify([rate, numerator, denominator, amountVnd]);
}
