import { describe, expect, test } from 'vitest';

import { periodKey } from '../../src/calendar/periods.ts';
import { askRate } from '../../src/queries/rate-answer.ts';
import { day } from '../contracts/sample-snapshots.ts';
import { ask, ratesIn } from './ask-rate.ts';
import { openKnown, published, row, vainKey } from './known.ts';

describe('which figures answer', () => {
  test('the latest period is taken, the others are named newest first', async () => {
    using known = await openKnown();
    await known.record('2022', { figures: [row('tp-nha-trang', 2, 100)] });
    await known.record('2023', { figures: [row('tp-nha-trang', 3, 100)] });
    await known.record('2020', { figures: [], statements: [published('tp-nha-trang', 1244)] });
    const answer = await ask(known, 'tp-nha-trang');
    expect(periodKey(answer.period)).toBe('2023');
    expect(ratesIn(answer)).toEqual([300]);
    expect(answer.otherPeriods.map(periodKey)).toEqual(['2022', '2020']);
  });

  test('counts of other dossiers are named as another scope, not mixed in', async () => {
    using known = await openKnown();
    await known.record('2023', { figures: [row('so-khdt', 2, 230)] });
    await known.record('2023-Q3', { scope: 'all-systems', figures: [row('so-khdt', 5, 2718)] });
    const quarter = await ask(known, 'so-khdt', {
      period: { kind: 'quarter', number: 3, year: null },
    });
    expect(ratesIn(quarter)).toEqual([18]);
    expect(quarter.otherScopes.map(periodKey)).toEqual(['2023']);
    expect(quarter.changes).toEqual([]);
  });

  test('a reading without the counts of the formula does not hide an older one that has them', async () => {
    using known = await openKnown();
    const partial = row('tp-nha-trang', 0, 0);
    const counts = { ...partial.counts, pending: null, pendingOverdue: null };
    await known.record('2023', { figures: [{ ...partial, counts }] });
    await known.record('2022', { figures: [row('tp-nha-trang', 1, 100)] });
    expect(periodKey((await ask(known, 'tp-nha-trang')).period)).toBe('2022');
  });

  test('nothing handled is said as such', async () => {
    using known = await openKnown();
    await known.record('2023', { figures: [row('x-ninh-tay', 0, 0)] });
    expect(ratesIn(await ask(known, 'x-ninh-tay'))).toEqual(['nothingArose']);
  });

  test('a corrected table replaces the old one; both stay in the store', async () => {
    using known = await openKnown();
    await known.record('2023', { figures: [row('tp-nha-trang', 3, 100)] });
    const recorded = await known.record('2023', { figures: [row('tp-nha-trang', 4, 100)] });
    expect(recorded.kind).toBe('restated');
    const answer = await ask(known, 'tp-nha-trang');
    expect(ratesIn(answer)).toEqual([400]);
    const all = await known.knowledge.snapshots.history(answer.agency.id, periodKey(answer.period));
    expect(all.map(({ figure }) => figure.counts.resolvedOverdue)).toEqual([3, 4]);
  });

  test('none at all: says for which periods there are some', async () => {
    using known = await openKnown();
    await known.record('2022', { figures: [row('tp-nha-trang', 3, 100)] });
    const answer = await askRate(known.knowledge, {
      agency: known.agency('tp-nha-trang'),
      metric: 'overdue',
      period: { kind: 'quarter', number: 3, year: null },
      others: [],
    });
    if (answer.kind !== 'noFigures') throw new Error('figures out of nothing');
    expect(vainKey(answer.asked)).toBe('2022-Q3');
    expect(answer.available.map(periodKey)).toEqual(['2022']);
  });
});

describe('provisional', () => {
  test.each([
    // The closing day itself still belongs to the period.
    ['2023-12-14T12:00+07:00', '2023-12-14', true],
    ['2023-12-15T00:30+07:00', '2023-12-14', false],
    ['2023-09-20T08:00+07:00', '2023-09-19', true],
    // Figures that stop short of the last day stay provisional after it.
    ['2024-02-01T08:00+07:00', '2023-12-10', true],
  ])('at %s with figures to %s: %s', async (now, asOf, provisional) => {
    using known = await openKnown({ now });
    await known.record('2023', { asOf: day(asOf), figures: [row('tp-nha-trang', 1, 100)] });
    expect((await ask(known, 'tp-nha-trang')).timeliness.provisional !== null).toBe(provisional);
  });
});

const standingOf = async (overdue: number, handled: number) => {
  using known = await openKnown();
  await known.record('2023', { figures: [row('tp-nha-trang', overdue, handled)] });
  const { rates } = await ask(known, 'tp-nha-trang');
  return rates[0]?.standings.map(({ limit, kept, headroom, needed }) => ({
    limit: limit.threshold,
    kept,
    headroom,
    needed,
  }));
};

describe('standing', () => {
  test('under every limit', async () => {
    expect(await standingOf(109, 14_114)).toEqual([
      { limit: 100, kept: true, headroom: 32, needed: null },
      { limit: 500, kept: true, headroom: 596, needed: null },
    ]);
  });

  test('exactly 1 % is not under 1 %', async () => {
    expect(await standingOf(1, 100)).toMatchObject([
      { limit: 100, kept: false, headroom: null, needed: 1 },
      { limit: 500, kept: true },
    ]);
  });

  test('0,996 % prints as 1,00 % and is under it all the same', async () => {
    expect(await standingOf(249, 25_000)).toMatchObject([{ kept: true, headroom: 0 }, {}]);
  });

  test('each rate has the headroom of its own counts', async () => {
    using known = await openKnown();
    await known.record('2023', {
      document: { number: '56/BC-UBND' },
      figures: [row('tp-nha-trang', 1, 1000)],
    });
    await known.record('2023', { figures: [row('tp-nha-trang', 5, 1000)] });
    const { rates } = await ask(known, 'tp-nha-trang');
    const rooms = rates.map(({ state, standings }) => [
      state.kind === 'rate' ? state.rate.hundredths : null,
      standings[0]?.headroom,
    ]);
    expect(new Map(rooms.map(([rate, room]) => [rate, room]))).toEqual(
      new Map([
        [10, 8],
        [50, 4],
      ]),
    );
  });

  test('a total is held to the limits of its members; years before a limit are free of it', async () => {
    using known = await openKnown();
    await known.record('2022', { figures: [row('tp-nha-trang', 10, 100)] });
    await known.record('2023', { figures: [row('cap-xa-cam-ranh', 10, 100)] });
    const before = await ask(known, 'tp-nha-trang');
    const group = await ask(known, 'cap-xa-cam-ranh');
    expect(before.rates[0]?.standings).toEqual([]);
    expect(group.rates[0]?.standings.map(({ kept }) => kept)).toEqual([false, false]);
  });

  test('on-time rates are held against no limit on late dossiers', async () => {
    using known = await openKnown();
    await known.record('2023', { figures: [row('tp-nha-trang', 10, 100)] });
    const { rates } = await ask(known, 'tp-nha-trang', { metric: 'onTime' });
    expect(rates[0]?.standings).toEqual([]);
  });
});

describe('other periods', () => {
  test('are newest first and each once, whether counted or only stated', async () => {
    using known = await openKnown();
    const statements = [published('tp-nha-trang', 100)];
    await known.record('2023', { figures: [row('tp-nha-trang', 10, 100)] });
    await known.record('2021', { figures: [row('tp-nha-trang', 10, 100)] });
    await known.record('2022', { statements });
    await known.record('2020', { statements });
    await known.record('2021', { document: { place: 'II.4' }, statements });
    const { otherPeriods } = await ask(known, 'tp-nha-trang');
    expect(otherPeriods.map(periodKey)).toEqual(['2022', '2021', '2020']);
    const unknown = await askRate(known.knowledge, {
      agency: known.agency('tp-nha-trang'),
      metric: 'overdue',
      period: { kind: 'year', year: 2019 },
      others: [],
    });
    const available = unknown.kind === 'noFigures' ? unknown.available.map(periodKey) : [];
    expect(available).toEqual(['2023', '2022', '2021', '2020']);
  });
});
