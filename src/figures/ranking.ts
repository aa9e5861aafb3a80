import type { AgencyId } from '../agencies/agency.ts';
import { compareFractions, type Fraction } from './fraction.ts';
import type { RateResult } from './rate.ts';

/** What is ranked. `overdue` and `volume` (the dossiers behind the rate) decide between equal rates. */
export type Entry = {
  readonly agency: AgencyId;
  readonly result: RateResult;
  readonly overdue: number | null;
  readonly volume: number | null;
};

/** An entry with a rate. Equal rates share a place, and the next place counts them all: 1, 2, 2, 4. */
type Placed<E extends Entry> = {
  readonly entry: E;
  readonly rate: Fraction;
  readonly place: number;
};

/** Everything handed in is in exactly one of the lists; only `ranked` is in the order asked for, the others as given. */
export type Ranking<E extends Entry> = {
  readonly ranked: readonly Placed<E>[];
  /** With a rate, but over fewer dossiers than the minimum: one dossier would move it too far. */
  readonly belowVolume: readonly E[];
  readonly nothingArose: readonly E[];
  readonly missing: readonly E[];
};

/** Which end of the order comes first, and below how many dossiers a rate is not ranked. */
export type RankingOrder = {
  readonly order: 'highestFirst' | 'lowestFirst';
  /** 0 for none. */
  readonly minimumVolume: number;
};

/**
 * Ranks by the exact rate. Among equal rates the one with more late dossiers is higher, then the one with the larger
 * volume comes first (it means more), then the order handed in decides: the order is total and repeatable.
 */
export function rank<E extends Entry>(
  entries: readonly E[],
  { order, minimumVolume }: RankingOrder,
): Ranking<E> {
  const rated = entries.flatMap((entry) =>
    entry.result.kind === 'rate' ? [{ entry, rate: entry.result.fraction }] : [],
  );
  const isLarge = ({ entry }: { readonly entry: E }) => (entry.volume ?? 0) >= minimumVolume;
  const direction = order === 'highestFirst' ? -1 : 1;
  const sorted = rated.filter(isLarge).toSorted((a, b) => compareRated(a, b, direction));
  return {
    ranked: withPlaces(sorted),
    belowVolume: rated.filter((one) => !isLarge(one)).map(({ entry }) => entry),
    nothingArose: entries.filter(({ result }) => result.kind === 'nothingArose'),
    missing: entries.filter(({ result }) => result.kind === 'missing'),
  };
}

type Rated<E extends Entry> = { readonly entry: E; readonly rate: Fraction };

function compareRated(a: Rated<Entry>, b: Rated<Entry>, direction: 1 | -1): number {
  return (
    direction * compareFractions(a.rate, b.rate) ||
    direction * ((a.entry.overdue ?? 0) - (b.entry.overdue ?? 0)) ||
    (b.entry.volume ?? 0) - (a.entry.volume ?? 0)
  );
}

function withPlaces<E extends Entry>(sorted: readonly Rated<E>[]): readonly Placed<E>[] {
  const placed: Placed<E>[] = [];
  for (const [index, { entry, rate }] of sorted.entries()) {
    const before = placed.at(-1);
    const tied = before !== undefined && compareFractions(before.rate, rate) === 0;
    placed.push({ entry, rate, place: tied ? before.place : index + 1 });
  }
  return placed;
}
