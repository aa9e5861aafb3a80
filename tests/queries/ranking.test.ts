import { describe, expect, test } from 'vitest';

import type { PeriodAsked } from '../../src/calendar/period.ts';
import { periodKey } from '../../src/calendar/periods.ts';
import { askRanking, MINIMUM_VOLUME, type Ranked } from '../../src/queries/ranking.ts';
import type { Figure } from '../../src/snapshots/snapshot.ts';
import { figure, type Known, openKnown, row, vainKey } from './known.ts';

const DISTRICTS = ['h-cam-lam', 'h-dien-khanh', 'tp-cam-ranh', 'tp-nha-trang'];

type Asked = {
  readonly order?: 'worst' | 'best';
  readonly metric?: 'overdue' | 'onTime';
  readonly period?: PeriodAsked;
  readonly agencies?: readonly string[];
};

async function rankingIn(known: Known, asked: Asked = {}) {
  const answer = await askRanking(known.knowledge, {
    agencies: (asked.agencies ?? DISTRICTS).map((id) => known.agency(id)),
    metric: asked.metric ?? 'overdue',
    order: asked.order ?? 'worst',
    period: asked.period ?? null,
  });
  if (answer.kind === 'noRanking') throw new Error('no ranking');
  return answer;
}

async function ranking(figures: readonly Figure[], asked: Asked = {}) {
  using known = await openKnown();
  await known.record('2023', { figures });
  return await rankingIn(known, asked);
}

const noted = (ranked: readonly Ranked[]) =>
  ranked.map(({ place, agency }) => `${String(place)} ${agency.id}`);

const ALL = [
  row('h-cam-lam', 30, 1000),
  row('h-dien-khanh', 20, 1000),
  row('tp-cam-ranh', 40, 2000),
  row('tp-nha-trang', 5, 1000),
];

describe('order', () => {
  test.each<[string, Asked, readonly string[]]>([
    [
      'most late first; of equal rates the one with more late dossiers',
      {},
      ['1 h-cam-lam', '2 tp-cam-ranh', '2 h-dien-khanh', '4 tp-nha-trang'],
    ],
    [
      'best first',
      { order: 'best' },
      ['1 tp-nha-trang', '2 h-dien-khanh', '2 tp-cam-ranh', '4 h-cam-lam'],
    ],
    [
      'on time: the worst has the lowest rate',
      { metric: 'onTime' },
      ['1 h-cam-lam', '2 h-dien-khanh', '2 tp-cam-ranh', '4 tp-nha-trang'],
    ],
  ])('%s', async (_words, asked, expected) => {
    const { ranked } = await ranking(ALL, asked);
    expect(noted(ranked)).toEqual(expected);
  });

  test('is by the exact rate, not by the printed one', async () => {
    // 0,3331… % and 0,3334… % both print as 0,33.
    const { ranked } = await ranking([row('h-cam-lam', 33, 9906), row('tp-nha-trang', 33, 9898)]);
    expect(noted(ranked)).toEqual(['1 tp-nha-trang', '2 h-cam-lam']);
    expect(new Set(ranked.map(({ rate }) => rate.hundredths))).toEqual(new Set([33]));
  });
});

describe('who is not ranked', () => {
  test(`fewer than ${MINIMUM_VOLUME} dossiers are listed apart`, async () => {
    const { ranked, small } = await ranking([
      row('h-cam-lam', 9, MINIMUM_VOLUME - 1),
      row('tp-nha-trang', 1, MINIMUM_VOLUME),
    ]);
    expect(noted(ranked)).toEqual(['1 tp-nha-trang']);
    expect(noted(small)).toEqual(['0 h-cam-lam']);
  });

  test('no figures, nothing handled or a missing count is no 0 %', async () => {
    const { ranked, missing, nothingArose } = await ranking([
      row('h-cam-lam', 3, 1000),
      row('tp-nha-trang', 0, 0),
      figure('tp-cam-ranh', { resolved: 1000, resolvedOverdue: 3 }),
    ]);
    expect(noted(ranked)).toEqual(['1 h-cam-lam']);
    expect(missing.map(({ id }) => id)).toEqual(['h-dien-khanh', 'tp-cam-ranh']);
    expect(nothingArose.map(({ id }) => id)).toEqual(['tp-nha-trang']);
  });
});

const openBoth = async () => {
  const known = await openKnown();
  await known.record('2023-Q3', { figures: [row('tp-nha-trang', 5, 1000)] });
  await known.record('2023-H1', { figures: ALL });
  await known.record('2022', { figures: ALL });
  return known;
};

describe('in which period', () => {
  test('the newest in which at least half of them have figures', async () => {
    using known = await openBoth();
    expect(periodKey((await rankingIn(known)).period)).toBe('2023-H1');
  });

  test('the one asked for', async () => {
    using known = await openBoth();
    const { period } = await rankingIn(known, { period: { kind: 'year', year: 2022 } });
    expect(periodKey(period)).toBe('2022');
  });

  test('one that only few have is no ranking; says which would be', async () => {
    using known = await openBoth();
    const answer = await askRanking(known.knowledge, {
      agencies: DISTRICTS.map((id) => known.agency(id)),
      metric: 'overdue',
      order: 'worst',
      period: { kind: 'quarter', number: 3, year: 2023 },
    });
    if (answer.kind !== 'noRanking') throw new Error('ranked one agency');
    expect(vainKey(answer.asked)).toBe('2023-Q3');
    expect(answer.available.map(periodKey)).toEqual(['2023-H1', '2022']);
  });

  test('rows of two scopes never stand in one ranking', async () => {
    using known = await openKnown();
    await known.record('2023', { figures: ALL.slice(0, 2) });
    await known.record('2023', { scope: 'all-systems', figures: ALL.slice(1) });
    const { ranked, snapshots } = await rankingIn(known);
    expect(new Set(ranked.map(({ rate }) => rate.snapshot.scope)).size).toBe(1);
    expect(snapshots).toHaveLength(1);
  });

  test('of two scopes the one that more of them have, whichever came in last', async () => {
    using known = await openKnown();
    await known.record('2023', { figures: ALL });
    await known.record('2023', { scope: 'all-systems', figures: ALL.slice(0, 2) });
    expect((await rankingIn(known)).ranked).toHaveLength(4);
  });

  test('a table taken in from two sources ranks everyone once', async () => {
    using known = await openKnown();
    await known.record('2023', { figures: ALL });
    await known.record('2023', { document: { number: '56/BC-UBND' }, figures: ALL });
    expect((await rankingIn(known)).ranked).toHaveLength(4);
  });
});

test('a period with two scopes is offered once, the newest first', async () => {
  using known = await openKnown();
  await known.record('2022', { figures: ALL });
  await known.record('2023-H1', { figures: ALL.slice(1) });
  await known.record('2022', { scope: 'all-systems', figures: ALL });
  const answer = await askRanking(known.knowledge, {
    agencies: DISTRICTS.map((id) => known.agency(id)),
    metric: 'overdue',
    order: 'worst',
    period: { kind: 'year', year: 2019 },
  });
  const available = answer.kind === 'noRanking' ? answer.available.map(periodKey) : [];
  expect(available).toEqual(['2023-H1', '2022']);
});
