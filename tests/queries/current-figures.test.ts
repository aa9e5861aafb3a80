import { describe, expect, test } from 'vitest';

import { PeriodKey } from '../../src/calendar/period.ts';
import { currentFigures, isCurrent } from '../../src/queries/current-figures.ts';
import { usualPending } from '../../src/queries/usual-pending.ts';
import { openStorage } from '../../src/storage/open.ts';
import { snapshotStore } from '../../src/storage/snapshot-store.ts';
import { calendar, day } from '../calendar/viet-nam.ts';
import {
  type Differences,
  figureOf,
  NHA_TRANG,
  snapshotOf,
} from '../contracts/sample-snapshots.ts';

/** Monday. */
const TODAY = { day: day('2026-11-23'), calendar };

const key = (text: string) => PeriodKey.parse(text);

describe('figures are those of now', () => {
  test.each([
    ['2026', '2026-11-23', true],
    ['2026', '2026-11-18', true],
    // Four working days before a Monday is a Tuesday.
    ['2026', '2026-11-17', false],
    ['2026', '2026-11-24', false],
    ['2026-M12', '2026-11-20', true],
    // Month 11 ended on 14/11, nine days ago; a range that ended a week ago still is the newest there may be.
    ['2026-M11', '2026-11-14', false],
    ['2026-10-17..2026-11-16', '2026-11-16', true],
    ['2026-10-17..2026-11-16', '2026-11-10', false],
    ['2026-10-16..2026-11-15', '2026-11-15', false],
    ['2023', '2023-12-14', false],
    ['2027', '2026-11-23', false],
  ])('of %s up to %s: %j', (period, asOf, current) => {
    expect(isCurrent({ period: key(period), asOf: day(asOf) }, TODAY)).toBe(current);
  });
});

/** What is known of Nha Trang after some tables were taken in. */
async function opened(tables: readonly Differences[]) {
  const storage = openStorage(':memory:');
  const snapshots = snapshotStore(storage);
  for (const table of tables) {
    const document = { number: null, title: 'Một cửa', issuedOn: null, place: '' };
    await snapshots.record(snapshotOf({ document, ...table }));
  }
  return { snapshots, [Symbol.dispose]: () => storage.close() };
}

const table = (source: string, period: string, asOf: string, pending = 5): Differences => ({
  source,
  period: key(period),
  asOf: day(asOf),
  figures: [figureOf(NHA_TRANG, { pending })],
});

const believing = (...sources: readonly string[]) => ({
  today: TODAY,
  isBelieved: async (source: string) => sources.includes(source),
});

describe('of several', () => {
  test.each<[string, readonly Differences[], string]>([
    [
      'the year goes before the month in it',
      [table('a', '2026-M12', '2026-11-23'), table('a', '2026', '2026-11-20')],
      '2026',
    ],
    [
      'what runs before what is over',
      [table('a', '2026-10-17..2026-11-16', '2026-11-16'), table('a', '2026-M12', '2026-11-20')],
      '2026-M12',
    ],
  ])('%s', async (_, tables, period) => {
    using known = await opened(tables);
    const found = await currentFigures(known, [NHA_TRANG], believing('a'));
    expect(found.get(NHA_TRANG)?.snapshot.period).toBe(period);
  });

  test('there are none where these are not believed, whatever else is', async () => {
    using known = await opened([
      table('b', '2026', '2026-11-23'),
      table('a', '2026-M12', '2026-11-23'),
    ]);
    expect((await currentFigures(known, [NHA_TRANG], believing('a'))).size).toBe(0);
  });
});

/** What is usual on the last of some days. */
const usual = async (days: readonly (readonly [string, number])[]) => {
  using known = await opened(days.map(([asOf, pending]) => table('a', '2026', asOf, pending)));
  const [reading] = await known.snapshots.readings(NHA_TRANG, key('2026'));
  if (reading === undefined) throw new Error('nothing read');
  return await usualPending(known, reading, TODAY);
};

describe('what is usually pending', () => {
  test('is the middle one of the working days before', async () => {
    const before = [
      ['2026-11-17', 900],
      ['2026-11-18', 100],
      ['2026-11-19', 120],
      ['2026-11-20', 110],
    ] as const;
    expect(await usual([...before, ['2026-11-23', 500]])).toBe(120);
    expect(await usual([...before.slice(1), ['2026-11-23', 500]])).toBe(110);
  });

  test('is not known from fewer than three days, however often they were read', async () => {
    expect(
      await usual([
        ['2026-11-19', 100],
        ['2026-11-20', 100],
        ['2026-11-23', 500],
      ]),
    ).toBeNull();
    expect(
      await usual([
        ['2026-11-02', 100],
        ['2026-11-23', 500],
      ]),
    ).toBeNull();
  });
});
