import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import { NO_COUNTS } from '../../src/figures/counts.ts';
import { compareFractions, hundredthsOfPercent } from '../../src/figures/fraction.ts';
import { type Entry, rank } from '../../src/figures/ranking.ts';
import { handled, overdueTotal, rateBy } from '../../src/figures/rate.ts';
import { countsUpTo } from './any-counts.ts';
import { printedRows } from './phu-luc-2.ts';

const id = (text: string) => AgencyId.parse(text);
const pathId = (path: string) => id(path.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-'));

function entryOf(agency: AgencyId, counts = NO_COUNTS): Entry {
  return {
    agency,
    result: rateBy('OVERDUE_TOTAL_OVER_HANDLED', counts),
    overdue: overdueTotal(counts),
    volume: handled(counts),
  };
}

/** `overdue` late of `volume` handled. */
const entry = (name: string, overdue: number, volume: number) =>
  entryOf(id(name), {
    ...NO_COUNTS,
    resolved: volume,
    resolvedOverdue: overdue,
    pending: 0,
    pendingOverdue: 0,
  });

const districts = printedRows()
  .filter(({ parent }) => parent === 'B')
  .map(({ path, counts }) => entryOf(pathId(path), counts));

const worstFirst = { order: 'highestFirst', minimumVolume: 0 } as const;
const bestFirst = { order: 'lowestFirst', minimumVolume: 0 } as const;
const names = (ranking: ReturnType<typeof rank<Entry>>) =>
  ranking.ranked.map(({ entry: { agency } }) => agency);

test('the districts of 2023 rank as in the report', () => {
  const { ranked } = rank(districts, worstFirst);
  expect(ranked.map(({ rate }) => hundredthsOfPercent(rate))).toEqual([
    314, 182, 162, 139, 82, 77, 35, 0,
  ]);
  expect(ranked.map(({ entry: { agency } }) => agency)).toEqual([
    'b-1',
    'b-2',
    'b-6',
    'b-8',
    'b-5',
    'b-7',
    'b-4',
    'b-3',
  ]);
});

describe('equal rates', () => {
  const entries = [
    entry('few', 0, 10),
    entry('two', 2, 200),
    entry('many', 0, 500),
    entry('one', 1, 100),
    entry('same', 0, 10),
  ];

  test('worst first: more late dossiers, then the larger volume, then the order given', () => {
    expect(names(rank(entries, worstFirst))).toEqual(['two', 'one', 'many', 'few', 'same']);
  });

  test('best first: fewer late dossiers, then the larger volume, then the order given', () => {
    expect(names(rank(entries, bestFirst))).toEqual(['many', 'few', 'same', 'one', 'two']);
  });

  test('share a place, and the next one counts them all', () => {
    expect(rank(entries, bestFirst).ranked.map(({ place }) => place)).toEqual([1, 1, 1, 4, 4]);
  });

  test('are equal exactly, not as printed', () => {
    const close = [entry('higher', 10_001, 1_000_000), entry('lower', 10_000, 1_000_000)];
    expect(rank(close, worstFirst).ranked.map(({ place }) => place)).toEqual([1, 2]);
  });
});

test('what has no rate, or one over too few dossiers, is listed apart', () => {
  const entries = [
    entry('small', 1, 99),
    entry('large', 1, 100),
    entry('nothing', 0, 0),
    entryOf(id('unknown')),
  ];
  const ranking = rank(entries, { order: 'highestFirst', minimumVolume: 100 });
  expect(names(ranking)).toEqual(['large']);
  expect(ranking.belowVolume.map(({ agency }) => agency)).toEqual(['small']);
  expect(ranking.nothingArose.map(({ agency }) => agency)).toEqual(['nothing']);
  expect(ranking.missing.map(({ agency }) => agency)).toEqual(['unknown']);
});

describe('any entries', () => {
  const anyEntries = fc
    .array(
      fc.oneof(
        { weight: 9, arbitrary: countsUpTo(20) },
        { weight: 1, arbitrary: fc.constant(NO_COUNTS) },
      ),
    )
    .map((all) => all.map((counts, at) => entryOf(id(`a-${String(at)}`), counts)));
  const anyOrder = fc.record({
    order: fc.constantFrom('highestFirst' as const, 'lowestFirst' as const),
    minimumVolume: fc.nat(30),
  });

  test('are each in exactly one list', () => {
    fc.assert(
      fc.property(anyEntries, anyOrder, (entries, order) => {
        const { ranked, belowVolume, nothingArose, missing } = rank(entries, order);
        const all = [
          ...ranked.map(({ entry: one }) => one),
          ...belowVolume,
          ...nothingArose,
          ...missing,
        ];
        expect(new Set(all)).toEqual(new Set(entries));
        expect(all).toHaveLength(entries.length);
      }),
    );
  });

  test('are in the order of their exact rates, with places that follow it', () => {
    fc.assert(
      fc.property(anyEntries, anyOrder, (entries, order) => {
        const { ranked } = rank(entries, order);
        for (const [at, { rate, place }] of ranked.entries()) {
          const better = ranked.filter(({ rate: other }) => {
            const sign = compareFractions(other, rate);
            return order.order === 'highestFirst' ? sign > 0 : sign < 0;
          });
          expect(place).toBe(better.length + 1);
          expect(place).toBeLessThanOrEqual(at + 1);
        }
      }),
    );
  });

  test('without equals are ranked alike in whatever order they come', () => {
    fc.assert(
      fc.property(anyEntries, anyOrder, (entries, order) => {
        const seen = new Set<string>();
        const distinct = entries.filter(({ overdue, volume }) => {
          const key = `${String(overdue)}/${String(volume)}`;
          return !seen.has(key) && seen.add(key);
        });
        expect(names(rank(distinct.toReversed(), order))).toEqual(names(rank(distinct, order)));
      }),
    );
  });
});
