import { describe, expect, test } from 'vitest';

import { periodKey } from '../../src/calendar/periods.ts';
import { askSources } from '../../src/queries/sources.ts';
import { openKnown, vainKey } from './known.ts';

const year = (number: number) => ({ kind: 'year', year: number }) as const;
const quarter = (number: 1 | 3) => ({ kind: 'quarter', number, year: null }) as const;

test('all tables, newest period first; of an agency those that say something of it', async () => {
  using known = await openKnown({ official: true });
  const all = await askSources(known.knowledge, { agency: null });
  expect(all.tables).toHaveLength(18);
  const ends = all.tables.map(({ snapshot }) => snapshot.asOf.year);
  expect(ends).toEqual(ends.toSorted((a, b) => b - a));

  const own = await askSources(known.knowledge, { agency: known.agency('so-khdt') });
  expect(
    own.tables.map(({ snapshot: { document } }) => `${document.number ?? ''} ${document.place}`),
  ).toEqual([
    '55/BC-UBND Phụ lục 2',
    '3662/BC-SKHĐT mục I.7.1 và Biểu số II.08/VPCP/KSTT',
    '3662/BC-SKHĐT mục I.6, Biểu số II.06a/VPCP/KSTT',
    '3662/BC-SKHĐT mục I.7.2',
    '43/BC-UBND mục II.3',
  ]);
});

test('an agency nobody reports on has no source', async () => {
  using known = await openKnown({ official: true });
  const { tables } = await askSources(known.knowledge, {
    agency: known.agency('p-bac-nha-trang-2025'),
  });
  expect(tables).toEqual([]);
});

describe('of the periods asked about', () => {
  test.each([
    [[year(2023)], ['2023'], ['2023', '2023-Q3'], ['2020']],
    [[quarter(3)], ['2023-Q3'], ['2023-Q3'], ['2023', '2020']],
    [[quarter(1)], ['2023-Q1'], [], ['2023', '2023-Q3', '2020']],
    [[year(2021)], ['2021'], [], ['2023', '2023-Q3', '2020']],
    [[year(2020), quarter(3)], ['2020', '2023-Q3'], ['2020', '2023-Q3'], ['2023']],
    [[], [], ['2020', '2023', '2023-Q3'], []],
  ])('%j: %j has %j, and beside them there are %j', async (asked, named, own, others) => {
    using known = await openKnown({ official: true });
    const answer = await askSources(known.knowledge, {
      agency: known.agency('so-khdt'),
      periods: asked,
    });
    expect(answer.periods.map(vainKey)).toEqual(named);
    expect([...new Set(answer.tables.map(({ snapshot }) => snapshot.period))].toSorted()).toEqual(
      own,
    );
    expect(answer.otherPeriods.map(periodKey)).toEqual(others);
  });
});

describe('where in its document a table says something of an agency', () => {
  test.each([
    ['tp-nha-trang', 'overdue', 2020, ['mục III.2']],
    ['tp-cam-ranh', null, 2020, ['mục III.2']],
    ['toan-tinh', 'overdue', 2020, ['mục III.1']],
    ['toan-tinh', 'online', 2020, ['mục II.3']],
    ['toan-tinh', 'postal', 2020, ['mục II.3 và III.2']],
    ['p-loc-tho', null, 2023, ['Phụ lục 2']],
    // Of a survey of blocks the province has no score of its own.
    ['toan-tinh', 'satisfaction', 2023, ['mục I.5.a, khảo sát hài lòng']],
    ['tp-nha-trang', 'onlinePayment', null, ['mục II.2.2.g']],
    ['so-khdt', 'online', null, ['mục I.7.1 và Biểu số II.08/VPCP/KSTT']],
  ] as const)('%s, %s, %s: %j', async (id, metric, of, places) => {
    using known = await openKnown({ official: true });
    const periods = of === null ? [] : [year(of)];
    const answer = await askSources(known.knowledge, {
      agency: known.agency(id),
      metric,
      periods,
    });
    const said = answer.tables.flatMap(({ saidAt }) => (saidAt ?? []).map(({ place }) => place));
    expect(said).toEqual(places);
    expect(answer.lacking).toBe(null);
  });

  test('what no table says of it is told, and all the others are', async () => {
    using known = await openKnown({ official: true });
    const agency = known.agency('tp-nha-trang');
    const answer = await askSources(known.knowledge, { agency, metric: 'satisfaction' });
    expect(answer).toMatchObject({ metric: null, lacking: 'satisfaction' });
    expect(answer.tables).toHaveLength(5);
  });
});
