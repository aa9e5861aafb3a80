import { describe, expect, test } from 'vitest';

import { parsePeriodKey, periodKey } from '../../src/calendar/periods.ts';
import type { Metric } from '../../src/figures/metric.ts';
import { askTrend } from '../../src/queries/trend.ts';
import { keyOf, type Known, openKnown, published, row } from './known.ts';

/** "2022 170", and "… joined" where the line goes on from the point before. */
async function trend(known: Known, id: string, metric: Metric = 'overdue') {
  const { points } = await askTrend(known.knowledge, {
    agency: known.agency(id),
    metric,
    within: null,
  });
  return points.map(({ period, state, joined }) => {
    const rate = state.kind === 'rate' ? String(state.rate.hundredths) : state.kind;
    return `${periodKey(period)} ${rate}${joined ? ' joined' : ''}`;
  });
}

test('only the periods that lie within the days asked for; the others are told', async () => {
  using known = await openKnown();
  for (const period of ['2020', '2021', '2023-H1', '2023', '2024']) {
    await known.record(period, { figures: [row('tp-nha-trang', 10, 1000)] });
  }
  const agency = known.agency('tp-nha-trang');
  const within = parsePeriodKey(keyOf('2020-12-15..2023-12-14'));
  const answer = await askTrend(known.knowledge, { agency, metric: 'overdue', within });
  expect(answer.points.map(({ period }) => periodKey(period))).toEqual(['2021', '2023-H1', '2023']);
  expect(answer.outside.map(periodKey)).toEqual(['2024', '2020']);
});

test('rates of one period that differ stand beside the one that is followed', async () => {
  using known = await openKnown();
  await known.record('2023-H1', {
    figures: [row('tp-nha-trang', 11, 1000)],
    statements: [published('tp-nha-trang', 96), published('tp-nha-trang', 110)],
  });
  const agency = known.agency('tp-nha-trang');
  const [point] = (await askTrend(known.knowledge, { agency, metric: 'overdue', within: null }))
    .points;
  expect(point?.state).toMatchObject({ rate: { hundredths: 110 } });
  expect(point?.beside.map(({ hundredths }) => hundredths)).toEqual([96]);
});

describe('a line goes on', () => {
  test('from like to like, oldest first', async () => {
    using known = await openKnown();
    await known.record('2023', { figures: [row('tp-nha-trang', 10, 1000)] });
    await known.record('2021', { figures: [row('tp-nha-trang', 30, 1000)] });
    await known.record('2022', { figures: [row('tp-nha-trang', 17, 1000)] });
    expect(await trend(known, 'tp-nha-trang')).toEqual([
      '2021 300',
      '2022 170 joined',
      '2023 100 joined',
    ]);
  });

  test('of published rates with a stated formula', async () => {
    using known = await openKnown();
    const online = { metric: 'online', formula: 'ONLINE_OVER_PUBLISHED_ONLINE' } as const;
    await known.record('2022', { statements: [published('toan-tinh', 5464, online)] });
    await known.record('2023', { statements: [published('toan-tinh', 6290, online)] });
    expect(await trend(known, 'toan-tinh', 'online')).toEqual(['2022 5464', '2023 6290 joined']);
  });
});

describe('a line breaks', () => {
  test.each([
    ['where the length changes', '2022-H2', {}],
    ['where the dossiers change', '2022', { scope: 'all-systems' }],
  ])('%s', async (_words, period, differences) => {
    using known = await openKnown();
    const before = { ...differences, figures: [row('tp-nha-trang', 17, 1000)] };
    await known.record(period, before);
    await known.record('2023', { figures: [row('tp-nha-trang', 10, 1000)] });
    expect(await trend(known, 'tp-nha-trang')).toEqual([`${period} 170`, '2023 100']);
  });

  test('where the formula is not stated', async () => {
    using known = await openKnown();
    await known.record('2020', { statements: [published('tp-nha-trang', 1244)] });
    await known.record('2023', { figures: [row('tp-nha-trang', 10, 1000)] });
    expect(await trend(known, 'tp-nha-trang')).toEqual(['2020 1244', '2023 100']);
  });

  test('where nothing arose, and after it', async () => {
    using known = await openKnown();
    await known.record('2021', { figures: [row('tp-nha-trang', 17, 1000)] });
    await known.record('2022', { figures: [row('tp-nha-trang', 0, 0)] });
    await known.record('2023', { figures: [row('tp-nha-trang', 10, 1000)] });
    expect(await trend(known, 'tp-nha-trang')).toEqual([
      '2021 170',
      '2022 nothingArose',
      '2023 100',
    ]);
  });
});

test("of several rates in a period the one by the province's formula is drawn", async () => {
  using known = await openKnown({ official: true });
  expect(await trend(known, 'tp-nha-trang')).toEqual(['2020 1244', '2023-H1 110', '2023 77']);
});

test('statements by field are no points of the whole', async () => {
  using known = await openKnown();
  await known.record('2023', {
    statements: [published('tp-nha-trang', 436, { field: 'Đất đai' })],
  });
  expect(await trend(known, 'tp-nha-trang')).toEqual([]);
});
