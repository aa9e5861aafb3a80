import { describe, expect, test } from 'vitest';

import { periodKey } from '../../src/calendar/periods.ts';
import { askRate } from '../../src/queries/rate-answer.ts';
import type { Differences } from '../contracts/sample-snapshots.ts';
import { keyOf, openKnown, published, row } from './known.ts';

type Stored = readonly [period: string, differences: Differences];

/** The changes of the overdue rate of Nha Trang in the newest period: "-74 against 2022-H1, published". */
async function changes(...stored: readonly Stored[]): Promise<readonly string[]> {
  using known = await openKnown();
  for (const [period, differences] of stored) await known.record(period, differences);
  const agency = known.agency('tp-nha-trang');
  const answer = await askRate(known.knowledge, {
    agency,
    metric: 'overdue',
    period: null,
    others: [],
  });
  if (answer.kind === 'noFigures') throw new Error('no figures');
  return answer.changes.map(
    ({ points, against, basis }) => `${String(points)} against ${periodKey(against)}, ${basis}`,
  );
}

const late = (overdue: number, handled = 1000): Differences => ({
  figures: [row('tp-nha-trang', overdue, handled)],
});

describe('computed from like counts', () => {
  test('the year before is named once, though it is also the period before', async () => {
    expect(await changes(['2022', late(17)], ['2023', late(10)])).toEqual([
      '-70 against 2022, computed',
    ]);
  });

  test('a quarter: the same one of last year, then the one before', async () => {
    expect(
      await changes(['2022-Q3', late(5)], ['2023-Q2', late(30)], ['2023-Q3', late(10)]),
    ).toEqual(['50 against 2022-Q3, computed', '-200 against 2023-Q2, computed']);
  });

  test('is exact, and rounded once', async () => {
    // 1,616… % - 0,772… % = 0,844… points, though the printed rates differ by 0,85.
    expect(await changes(['2022', late(109, 14_114)], ['2023', late(103, 6372)])).toEqual([
      '84 against 2022, computed',
    ]);
  });

  test('no change is a change of 0', async () => {
    expect(await changes(['2022', late(10)], ['2023', late(10)])).toEqual([
      '0 against 2022, computed',
    ]);
  });

  test.each<[string, Stored]>([
    ['a period of another length', ['2022-H2', late(17)]],
    ['other dossiers', ['2022', { ...late(17), scope: 'all-systems' }]],
    ['a formula that is not stated', ['2022', { statements: [published('tp-nha-trang', 170)] }]],
    [
      'another formula',
      [
        '2022',
        { statements: [published('tp-nha-trang', 170, { formula: 'OVERDUE_RESOLVED_ONLY' })] },
      ],
    ],
    ['0/0', ['2022', late(0, 0)]],
  ])('%s is not compared with', async (_words, before) => {
    expect(await changes(before, ['2023', late(10)])).toEqual([]);
  });

  test('of several rates the one with a like before it is compared', async () => {
    const both: Differences = {
      ...late(10),
      statements: [published('tp-nha-trang', 96, { formula: 'OVERDUE_RESOLVED_ONLY' })],
    };
    expect(await changes(['2022', late(17)], ['2023', both])).toEqual([
      '-70 against 2022, computed',
    ]);
  });
});

const printed = (points: number): Differences => ({
  statements: [
    published('tp-nha-trang', 96, {
      formula: 'OVERDUE_RESOLVED_ONLY',
      changes: [{ against: keyOf('2022'), points }],
    }),
  ],
});

const repeating = (points: number): Differences => ({
  ...late(10),
  statements: [
    published('tp-nha-trang', 100, {
      formula: 'OVERDUE_TOTAL_OVER_HANDLED',
      changes: [{ against: keyOf('2022'), points }],
    }),
  ],
});

describe('printed in the document', () => {
  test('is passed on as printed, whatever else is known', async () => {
    expect(await changes(['2023', printed(-74)])).toEqual(['-74 against 2022, published']);
  });

  test('stays when the statement itself only repeats the table', async () => {
    const repeated = published('tp-nha-trang', 100, {
      formula: 'OVERDUE_TOTAL_OVER_HANDLED',
      changes: [{ against: keyOf('2022'), points: -70 }],
    });
    expect(await changes(['2023', { ...late(10), statements: [repeated] }])).toEqual([
      '-70 against 2022, published',
    ]);
  });

  test('what the counts confirm is not said twice', async () => {
    expect(await changes(['2022', late(17)], ['2023', repeating(-70)])).toEqual([
      '-70 against 2022, published',
    ]);
  });

  test('what the counts deny is said beside it', async () => {
    expect(await changes(['2022', late(17)], ['2023', repeating(-90)])).toEqual([
      '-90 against 2022, published',
      '-70 against 2022, computed',
    ]);
  });
});
