import { describe, expect, test } from 'vitest';

import type { PeriodAsked } from '../../src/calendar/period.ts';
import { periodKey } from '../../src/calendar/periods.ts';
import type { Metric } from '../../src/figures/metric.ts';
import { askComparison } from '../../src/queries/comparison.ts';
import { type Known, openKnown, published, row } from './known.ts';

type Asked = {
  readonly periods?: readonly PeriodAsked[];
  readonly isPaired?: boolean;
  readonly metric?: Metric;
};

async function compare(known: Known, ids: readonly string[], asked: Asked = {}) {
  const answer = await askComparison(known.knowledge, {
    agencies: ids.map((id) => known.agency(id)),
    periods: asked.periods ?? [],
    isPaired: asked.isPaired ?? false,
    metric: asked.metric ?? 'overdue',
  });
  const sides = answer.sides.map(({ agency, period, state }) => {
    const rate = state?.kind === 'rate' ? String(state.rate.hundredths) : (state?.kind ?? 'none');
    return `${agency.id} ${period === null ? '-' : periodKey(period)}: ${rate}`;
  });
  const unlike = answer.held.map((held) => held.unlike);
  const differences = answer.held.map(({ points }) => points);
  const without = answer.without.map(periodKey);
  return {
    sides,
    unlike,
    differences,
    without,
    available: answer.sides.map((side) => side.available),
  };
}

const BOTH = ['tp-nha-trang', 'tp-cam-ranh'];
const NHA_TRANG = row('tp-nha-trang', 109, 14_114);
const CAM_RANH = row('tp-cam-ranh', 103, 6372);

describe('agencies', () => {
  test('are compared in the newest period that all of them have', async () => {
    using known = await openKnown();
    await known.record('2023-H1', { figures: [NHA_TRANG] });
    await known.record('2022', { figures: [NHA_TRANG, CAM_RANH] });
    await known.record('2021', { figures: [NHA_TRANG, CAM_RANH] });
    expect(await compare(known, BOTH)).toMatchObject({
      sides: ['tp-nha-trang 2022: 77', 'tp-cam-ranh 2022: 162'],
      unlike: [[]],
      differences: [84],
    });
  });

  test('each in the period it was said with: beside the first in its period, or else beside the first', async () => {
    using known = await openKnown();
    await known.record('2022', { figures: [NHA_TRANG, CAM_RANH] });
    await known.record('2023-H1', { figures: [NHA_TRANG, CAM_RANH] });
    const [year, half] = [
      { kind: 'year', year: 2022 },
      { kind: 'half', number: 1, year: 2023 },
    ] as const;
    const asked = { periods: [year, half, year], isPaired: true };
    const ids = ['tp-nha-trang', 'tp-cam-ranh', 'tp-cam-ranh'];
    expect(await compare(known, ids, asked)).toMatchObject({
      sides: ['tp-nha-trang 2022: 77', 'tp-cam-ranh 2023-H1: 162', 'tp-cam-ranh 2022: 162'],
      unlike: [['length'], []],
      differences: [null, 84],
    });
  });

  test('in a period that one of them lacks: says so, and what there is', async () => {
    using known = await openKnown();
    await known.record('2023-H1', { figures: [NHA_TRANG] });
    await known.record('2023', { figures: [NHA_TRANG, CAM_RANH] });
    const half = { kind: 'half', number: 1, year: null } as const;
    const compared = await compare(known, BOTH, { periods: [half] });
    expect(compared).toMatchObject({
      sides: ['tp-nha-trang 2023-H1: 77', 'tp-cam-ranh 2023-H1: none'],
      differences: [null],
    });
    expect(compared.available[1]?.map(periodKey)).toEqual(['2023']);
  });

  test('three: each is held against the first', async () => {
    using known = await openKnown();
    const third = row('h-cam-lam', 0, 100);
    await known.record('2023', { figures: [NHA_TRANG, CAM_RANH, third] });
    expect((await compare(known, [...BOTH, 'h-cam-lam'])).differences).toEqual([84, -77]);
  });

  test('0/0 is a side without a difference', async () => {
    using known = await openKnown();
    await known.record('2023', { figures: [NHA_TRANG, row('tp-cam-ranh', 0, 0)] });
    expect(await compare(known, BOTH)).toMatchObject({
      sides: ['tp-nha-trang 2023: 77', 'tp-cam-ranh 2023: nothingArose'],
      differences: [null],
    });
  });
});

describe('what is not alike is shown without a difference', () => {
  const year = { kind: 'year', year: 2023 } as const;

  test('periods of different length', async () => {
    using known = await openKnown();
    await known.record('2023', { figures: [NHA_TRANG] });
    await known.record('2023-H1', { figures: [row('tp-nha-trang', 85, 7718)] });
    const periods = [year, { kind: 'half', number: 1, year: 2023 } as const];
    expect(await compare(known, ['tp-nha-trang'], { periods })).toMatchObject({
      sides: ['tp-nha-trang 2023: 77', 'tp-nha-trang 2023-H1: 110'],
      unlike: [['length']],
      differences: [null],
    });
  });

  test('other dossiers', async () => {
    using known = await openKnown();
    await known.record('2023', { figures: [NHA_TRANG] });
    await known.record('2023', { scope: 'all-systems', figures: [CAM_RANH] });
    expect(await compare(known, BOTH)).toMatchObject({ unlike: [['scope']], differences: [null] });
  });

  test('a formula that is not stated, even on both sides', async () => {
    using known = await openKnown();
    const statements = [published('tp-nha-trang', 1244), published('tp-cam-ranh', 2203)];
    await known.record('2020', { statements });
    expect(await compare(known, BOTH)).toMatchObject({
      sides: ['tp-nha-trang 2020: 1244', 'tp-cam-ranh 2020: 2203'],
      unlike: [['formulaNotStated', 'withoutCounts']],
      differences: [null],
    });
  });

  test('another formula', async () => {
    using known = await openKnown();
    const other = published('tp-cam-ranh', 162, { formula: 'OVERDUE_RESOLVED_ONLY' });
    await known.record('2023', { figures: [NHA_TRANG], statements: [other] });
    expect(await compare(known, BOTH)).toMatchObject({
      unlike: [['formula', 'withoutCounts']],
      differences: [null],
    });
  });

  test('everything at once', async () => {
    using known = await openKnown();
    await known.record('2023', { figures: [NHA_TRANG] });
    const statements = [published('tp-nha-trang', 162)];
    await known.record('2023-H1', { scope: 'all-systems', statements });
    const periods = [year, { kind: 'half', number: 1, year: 2023 } as const];
    expect(await compare(known, ['tp-nha-trang'], { periods })).toMatchObject({
      unlike: [['length', 'scope', 'formulaNotStated', 'withoutCounts']],
      differences: [null],
    });
  });
});

test('periods of one agency, in the order asked', async () => {
  using known = await openKnown();
  await known.record('2023-Q2', { figures: [row('tp-nha-trang', 30, 1000)] });
  await known.record('2023-Q3', { figures: [row('tp-nha-trang', 10, 1000)] });
  const periods = [
    { kind: 'quarter', number: 3, year: null } as const,
    { kind: 'quarter', number: 2, year: null } as const,
  ];
  expect(await compare(known, ['tp-nha-trang'], { periods })).toMatchObject({
    sides: ['tp-nha-trang 2023-Q3: 100', 'tp-nha-trang 2023-Q2: 300'],
    differences: [200],
  });
});

test('agencies in several periods: an agency beside the first in the same period, a period beside the first one', async () => {
  using known = await openKnown();
  await known.record('2023-Q2', {
    figures: [row('tp-nha-trang', 30, 1000), row('tp-cam-ranh', 50, 1000)],
  });
  await known.record('2023-Q3', {
    figures: [row('tp-nha-trang', 10, 1000), row('tp-cam-ranh', 40, 1000)],
  });
  const periods = [
    { kind: 'quarter', number: 2, year: null } as const,
    { kind: 'quarter', number: 3, year: null } as const,
  ];
  expect((await compare(known, BOTH, { periods })).differences).toEqual([-200, 200, 300]);
});

test('agencies beside the first in the same period, its further periods beside its first', async () => {
  using known = await openKnown();
  for (const [quarter, ...overdue] of [
    ['2023-Q2', 30, 50],
    ['2023-Q3', 10, 40],
  ] as const) {
    const figures = overdue.map((late, at) => row(BOTH[at] ?? '', late, 1000));
    await known.record(quarter, { figures });
  }
  const periods = [
    { kind: 'quarter', number: 2, year: null } as const,
    { kind: 'quarter', number: 3, year: null } as const,
  ];
  expect((await compare(known, BOTH, { periods })).differences).toEqual([-200, 200, 300]);
});

async function recordYears(known: Known) {
  const nhaTrang = row('tp-nha-trang', 10, 1000);
  for (const period of ['2020', '2021-H1', '2022', '2024']) {
    await known.record(period, { figures: [nhaTrang] });
  }
  await known.record('2023', { figures: [nhaTrang, row('tp-cam-ranh', 10, 1000)] });
}
const years = (span: { from: number; to: number } | null) =>
  [{ kind: 'years', span }] as const satisfies readonly PeriodAsked[];

describe('years one by one', () => {
  test('of a span: those with figures, and which have none', async () => {
    using known = await openKnown();
    await recordYears(known);
    expect(
      await compare(known, ['tp-nha-trang'], { periods: years({ from: 2020, to: 2023 }) }),
    ).toMatchObject({
      sides: ['tp-nha-trang 2020: 100', 'tp-nha-trang 2022: 100', 'tp-nha-trang 2023: 100'],
      without: ['2021'],
    });
  });

  test('all there are, also those in which only one agency has figures', async () => {
    using known = await openKnown();
    await recordYears(known);
    const { sides, without } = await compare(known, BOTH, { periods: years(null) });
    expect(without).toEqual([]);
    expect(sides.filter((side) => side.startsWith('tp-cam-ranh'))).toEqual([
      'tp-cam-ranh 2020: none',
      'tp-cam-ranh 2022: none',
      'tp-cam-ranh 2023: 100',
      'tp-cam-ranh 2024: none',
    ]);
  });

  test('a span without any: asked in vain as a whole', async () => {
    using known = await openKnown();
    await recordYears(known);
    expect(
      await compare(known, ['tp-nha-trang'], { periods: years({ from: 2015, to: 2018 }) }),
    ).toMatchObject({ sides: ['tp-nha-trang 2014-12-15..2018-12-14: none'], without: [] });
  });
});

test('published metrics are compared as published', async () => {
  using known = await openKnown();
  const formula = 'ONLINE_OVER_PUBLISHED_ONLINE';
  const online = { metric: 'online', formula } as const;
  const statements = [published('khoi-huyen', 7797, online), published('khoi-xa', 7508, online)];
  await known.record('2023', { statements });
  expect(await compare(known, ['khoi-huyen', 'khoi-xa'], { metric: 'online' })).toMatchObject({
    sides: ['khoi-huyen 2023: 7797', 'khoi-xa 2023: 7508'],
    differences: [-289],
  });
});
