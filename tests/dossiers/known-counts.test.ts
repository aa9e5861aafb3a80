import { describe, expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import { readDirectory } from '../../src/agencies/read-directory.ts';
import { yearPeriod } from '../../src/calendar/periods.ts';
import { type Fullness, fullnessOf, withTotals } from '../../src/dossiers/known-counts.ts';
import { NO_COUNTS } from '../../src/figures/counts.ts';
import { at } from '../contracts/sample-dossiers.ts';

const list = (asOf: string, sample = false) => ({
  source: 'mot-cua',
  origin: 'ho-so.csv',
  asOf: at(`${asOf} 06:30`),
  sample,
});

describe('how much lists tell of an agency in a period', () => {
  const newest = Temporal.PlainDate.from('2026-11-23');
  test.each<[string, Parameters<typeof fullnessOf>[0], Fullness]>([
    [
      'finished ones around the beginning',
      { lists: [list('2026-11-23')], newest, finished: 1 },
      'whole',
    ],
    ['none finished then', { lists: [list('2026-11-23')], newest, finished: 0 }, 'part'],
    ['over a long weekend', { lists: [list('2026-11-19')], newest, finished: 9 }, 'whole'],
    ['a list out of date', { lists: [list('2026-11-18')], newest, finished: 9 }, 'part'],
    ['no list any more', { lists: [], newest, finished: 9 }, 'part'],
    [
      'samples beside real ones',
      { lists: [list('2026-11-23'), list('2026-11-20', true)], newest, finished: 9 },
      'sample',
    ],
  ])('%s', (_words, known, expected) => {
    expect(fullnessOf(known)).toBe(expected);
  });
});

const DIRECTORY = readDirectory(`sections:
  - all: { level: province, parent: null }
    agencies: [{ id: tinh, name: Tỉnh Thử, short: Tỉnh }]
  - all: { level: group, parent: tinh, memberLevel: commune }
    agencies: [{ id: khoi, name: Khối xã, short: Khối }]
  - all: { level: department, parent: tinh }
    agencies: [{ id: so, name: Sở Thử, short: Sở }]
  - all: { level: commune, parent: khoi }
    agencies:
      - { id: x-a, name: UBND xã A, short: A }
      - { id: x-b, name: UBND xã B, short: B }
      - { id: x-c, name: UBND xã C, short: C }
      - { id: x-cu, name: UBND xã Cũ, short: Cũ, validTo: 2025-06-30 }
      - { id: x-xua, name: UBND xã Xưa, short: Xưa, validTo: 2025-06-30 }
`);

/** Totals over some agencies of 2026, each with one dossier received: "khoi 3 whole". */
function totalsOf(own: Readonly<Record<string, Fullness>>): readonly string[] {
  const known = new Map(
    Object.entries(own).map(([id, fullness]) => [
      AgencyId.parse(id),
      { counts: { ...NO_COUNTS, received: 1 }, fullness },
    ]),
  );
  const all = withTotals(known, { directory: DIRECTORY, period: yearPeriod(2026) });
  return Array.from(all)
    .filter(([id]) => DIRECTORY.children(id).length > 0)
    .toSorted(([a], [b]) => b.localeCompare(a))
    .map(([id, { counts, fullness }]) => `${id} ${String(counts.received)} ${fullness}`);
}

describe('a total is added up from what is known below it', () => {
  test.each<[string, Readonly<Record<string, Fullness>>, readonly string[]]>([
    [
      'all of it',
      { 'x-a': 'whole', 'x-b': 'whole', 'x-c': 'whole', so: 'whole' },
      ['tinh 4 whole', 'khoi 3 whole'],
    ],
    [
      'all but one',
      { 'x-a': 'whole', 'x-b': 'whole', 'x-c': 'whole' },
      ['tinh 3 part', 'khoi 3 whole'],
    ],
    ['less than half: none', { 'x-a': 'whole' }, []],
    [
      'one of them in part',
      { 'x-a': 'whole', 'x-b': 'part', 'x-c': 'whole' },
      ['tinh 3 part', 'khoi 3 part'],
    ],
    [
      'made-up ones with real ones',
      { 'x-a': 'sample', 'x-b': 'whole', 'x-c': 'whole' },
      ['tinh 3 sample', 'khoi 3 sample'],
    ],
    // Samples are of agencies of 2023.
    ['only such that are no more, few of them: none', { 'x-cu': 'sample' }, []],
    [
      'a total with some dossiers of its own is these and those below it',
      { tinh: 'whole', 'x-a': 'whole', 'x-b': 'whole', 'x-c': 'whole', so: 'whole' },
      ['tinh 5 whole', 'khoi 3 whole'],
    ],
    ['some of its own and too few below it: none', { tinh: 'whole', 'x-a': 'whole' }, []],
    [
      'a total with dossiers of its own is those',
      { khoi: 'whole', so: 'whole' },
      ['tinh 2 whole', 'khoi 1 whole'],
    ],
  ])('%s', (_words, own, expected) => {
    expect(totalsOf(own)).toEqual(expected);
  });
});
