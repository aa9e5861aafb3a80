import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { pollFigures } from '../../jobs/poll-figures.ts';
import { takeIn } from '../../src/polling/take-in.ts';
import { checkHistory } from '../../src/snapshots/check-history.ts';
import type { SnapshotId } from '../../src/snapshots/snapshot.ts';
import { answerOf, oneStopReading, openBelieving, type Said } from './one-stop-readings.ts';

/** Two months into the quarter, about 100 a day. */
const good: Said = { asOf: '2026-11-18', counts: { 'tp-nha-trang': { received: 6_500 } } };
const next = (received: number, asOf = '2026-11-19'): Said => ({
  asOf,
  counts: { 'tp-nha-trang': { received } },
});

const both = (one: number, other: number): Said['counts'] => ({
  'tp-nha-trang': { received: one },
  'tp-cam-ranh': { received: other },
});

describe('a system that lies', () => {
  test.each([
    ['counts what cannot be', 650_000, 'implausibleJump', 'Nha Trang, received: 6500 → 650000'],
    ['has lost most of it', 20, 'counterRanBackwards', 'Nha Trang, received: 6500 → 20'],
  ])('and %s is set aside whole, the good figures untouched', async (_, lie, code, detail) => {
    using system = await openBelieving();
    await system.take(good);
    const taken = await system.take(next(lie));
    expect(taken).toEqual({
      kind: 'refused',
      origin: 'mot-cua',
      problems: [{ code, place: 'mot-cua', detail }],
    });
    const [head, ...others] = await system.store.heads();
    expect([head?.asOf.toString(), others]).toEqual(['2026-11-18', []]);
    expect((await system.store.quarantined())[0]?.problems).toHaveLength(1);
  });

  test('of one row is set aside with all its rows', async () => {
    using system = await openBelieving();
    await system.take({ asOf: '2026-11-18', counts: both(6_500, 6_500) });
    const taken = await system.take({ asOf: '2026-11-19', counts: both(6_600, 0) });
    expect(taken.kind).toBe('refused');
    expect(await system.store.heads()).toHaveLength(1);
  });

  test('and leaves most of its agencies out is set aside; one that is gone is missed', async () => {
    using system = await openBelieving();
    const three = { 'tp-nha-trang': 10, 'tp-cam-ranh': 20, 'tx-ninh-hoa': 30, 'h-cam-lam': 0 };
    const only = (...ids: readonly (keyof typeof three)[]): Said => ({
      asOf: '2026-11-19',
      counts: Object.fromEntries(ids.map((id) => [id, { received: three[id] }])),
    });
    await system.take({ ...only('tp-nha-trang', 'tp-cam-ranh', 'tx-ninh-hoa', 'h-cam-lam') });
    const most = await system.take(only('tp-nha-trang'));
    expect(most).toMatchObject({ problems: [{ code: 'rowDisappeared' }, {}] });
    await system.take(only('tp-nha-trang', 'tx-ninh-hoa'));
    expect(await system.findings()).toEqual(['rowDisappeared']);
    const [missed] = await system.store.findings();
    expect(missed?.finding).toMatchObject({ agency: 'tp-cam-ranh', before: { value: 20 } });
  });

  test('by little is taken in with a warning, and believed again once it recovers', async () => {
    using system = await openBelieving();
    await system.take(good);
    expect(await system.take(next(7_500))).toMatchObject({
      kind: 'taken',
      readings: [{ outcome: 'stored', doubt: {} }],
    });
    expect(await system.findings()).toEqual(['implausibleJump']);
    expect(await system.take(next(7_500))).toMatchObject({
      readings: [{ outcome: 'unchanged', doubt: {} }],
    });
    expect(await system.take(next(6_600))).toMatchObject({ readings: [{ doubt: null }] });
    expect(await system.findings()).toEqual([]);
  });

  test('and goes on lying is not believed for counting on, on the same day', async () => {
    using system = await openBelieving();
    await system.take(good);
    await system.take(next(7_500));
    for (const more of [7_501, 7_510]) {
      expect(await system.take(next(more))).toMatchObject({ readings: [{ doubt: {} }] });
      expect(await system.findings()).toEqual(['implausibleJump']);
    }
    expect(await system.take(next(6_602))).toMatchObject({ readings: [{ doubt: null }] });
    expect(await system.findings()).toEqual([]);
  });

  test.each([
    ['by a deleted test dossier is taken in with a warning, and not held against the system', 1],
    ['by hundreds is hard to believe', 200],
  ])('and falls %s', async (_, less) => {
    using system = await openBelieving();
    await system.take(good);
    const doubt = less === 200 ? {} : null;
    expect(await system.take(next(6_500 - less))).toMatchObject({ readings: [{ doubt }] });
    expect(await system.findings()).toEqual(['counterRanBackwards']);
    expect(await system.take(next(6_501 - less))).toMatchObject({ readings: [{ doubt }] });
    expect(await system.take(next(6_510))).toMatchObject({ readings: [{ doubt: null }] });
    expect(await system.findings()).toEqual([]);
  });

  test('that goes on from a doubted figure the next day is believed, too: it was no lie', async () => {
    using system = await openBelieving();
    await system.take(good);
    await system.take(next(7_500));
    await system.take(next(7_600, '2026-11-20'));
    expect(await system.findings()).toEqual([]);
  });

  test('is believed at once where a keeper says so', async () => {
    using system = await openBelieving();
    await system.take(good);
    const taken = await system.believe(next(650_000));
    expect(taken).toMatchObject({ kind: 'taken', readings: [{ outcome: 'stored' }] });
    const [reading] = await system.store.findings();
    expect(reading?.finding.code).toBe('implausibleJump');
  });

  test('is believed where a keeper runs the job with that word, and by no other run', async () => {
    using system = await openBelieving();
    await system.take(good);
    const job = pollFigures({
      source: {
        name: 'mot-cua',
        async *fetch() {
          yield await Promise.resolve(answerOf(oneStopReading(next(650_000))));
        },
      },
      when: '* * * * *',
      intake: system.open.intake,
    });
    const counts = async (believe: boolean) => (await job.run({ dry: false, believe })).summary;
    expect(await counts(false)).toMatchObject({ stored: 0, refused: 1 });
    expect(await counts(true)).toMatchObject({ stored: 1, refused: 0 });
  });

  test('about its own sums is not believed, whatever a keeper says', async () => {
    using system = await openBelieving();
    const counts = { 'tp-nha-trang': { resolved: 5, resolvedEarly: 0, resolvedOnTime: 9 } };
    const wrong = { ...counts['tp-nha-trang'], resolvedOverdue: 1 };
    const taken = await system.believe({ asOf: '2026-11-19', counts: { 'tp-nha-trang': wrong } });
    expect(taken).toMatchObject({ problems: [{ code: 'rowDoesNotAddUp' }] });
  });
});

test('what is doubted of a table is asked once, however many rows it has', async () => {
  using system = await openBelieving();
  const { store, directory } = system.open.intake;
  await system.take({ asOf: '2026-11-18', counts: both(6_500, 6_500) });
  const ids: number[] = [];
  const counting = {
    ...store,
    doubts: async (id: SnapshotId) => {
      ids.push(id);
      return store.doubts(id);
    },
  };
  const read = {
    ...oneStopReading({ asOf: '2026-11-19', counts: both(6_600, 6_600) }),
    findings: [],
  };
  const fetchedAt = system.time.now();
  await checkHistory({ ...read, source: 'mot-cua', fetchedAt }, { store: counting, directory });
  expect(ids).toEqual([1]);
});

test('what a document prints is taken in however it looks beside the past', async () => {
  using system = await openBelieving();
  await system.take({ ...good, number: '9/BC-UBND' });
  const taken = await system.take({ ...next(20), number: '9/BC-UBND' });
  expect(taken.kind).toBe('taken');
  expect(await system.findings()).toEqual(['counterRanBackwards']);
});

test('two readings of one payload are held against each other', async () => {
  using system = await openBelieving();
  const { open } = system;
  const earlier = { 'tp-nha-trang': { pending: 150 } };
  const later = { 'tp-nha-trang': { carriedOver: 160 } };
  const payload = answerOf(
    oneStopReading({ asOf: '2026-06-14', period: '2026-Q2', counts: earlier }),
    oneStopReading({ asOf: '2026-09-14', period: '2026-Q3', counts: later }),
  );
  await takeIn({ source: 'mot-cua', payload, dry: false }, open.intake);
  expect(await system.findings()).toEqual(['carriedOverDiffers']);
});

const LAST_DAYS = { 2: '2026-06-14', 3: '2026-09-14', 4: '2026-12-14' } as const;

/** A closed quarter of Nha Trang, as one of two systems says. */
const quarter = (number: 2 | 3 | 4, counts: Said['counts'][string], by = 'mot-cua') => ({
  by,
  said: {
    asOf: LAST_DAYS[number],
    period: `2026-Q${String(number)}`,
    counts: { 'tp-nha-trang': counts },
  },
});

describe('findings between tables', () => {
  const tables = [
    quarter(2, { received: 300, pending: 150 }),
    quarter(3, { received: 400, carriedOver: 160, pending: 40 }),
    quarter(3, { received: 401, carriedOver: 150, pending: 40 }, 'chi-nhanh'),
    quarter(4, { received: 500, carriedOver: 40 }),
  ];
  const found = [
    // 160 against 150, and 400 against 401.
    'carriedOverDiffers',
    'sourcesDisagree',
  ];

  test('are the same in whatever order tables come', async () => {
    const inAnyOrder = fc.asyncProperty(
      fc.shuffledSubarray(tables, { minLength: tables.length }),
      async (shuffled) => {
        using system = await openBelieving('2026-12-20T08:00+07:00');
        for (const { said, by } of shuffled) await system.take(said, by);
        expect(await system.findings()).toEqual(found);
      },
    );
    await fc.assert(inAnyOrder, { numRuns: 12 });
  });

  test('end when one of the tables is corrected, and travel with both until then', async () => {
    using system = await openBelieving('2026-12-20T08:00+07:00');
    const [early, late] = tables;
    if (early === undefined || late === undefined) throw new Error('two tables');
    await system.take(early.said);
    await system.take(late.said);
    for (const { id } of await system.store.heads()) {
      const doubts = await system.store.doubts(id);
      expect(doubts.map(({ finding }) => finding.code)).toEqual(['carriedOverDiffers']);
    }
    await system.take(quarter(2, { received: 300, pending: 160 }).said);
    expect(await system.findings()).toEqual([]);
    for (const { id } of await system.store.heads()) {
      expect(await system.store.doubts(id)).toEqual([]);
    }
  });
});
