import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { periodKey } from '../../src/calendar/periods.ts';
import type { Metric } from '../../src/figures/metric.ts';
import { askStatement, type StatementQuestion } from '../../src/queries/statement-answer.ts';
import { type Known, openKnown, published } from './known.ts';

/** The figures of the documents, for tests that only ask. */
let official: Known;
beforeAll(async () => {
  official = await openKnown({ official: true });
});
afterAll(() => official[Symbol.dispose]());

type Period = StatementQuestion['period'];

async function ask(known: Known, id: string, metric: Metric, period: Period = null) {
  const question = { agency: known.agency(id), metric, period };
  const answer = await askStatement(known.knowledge, question);
  if (answer.kind === 'noFigures') throw new Error('no figures');
  return answer;
}

describe('whose figure answers', () => {
  test.each<[string, string, Metric, Period, string]>([
    ['its own', 'tp-nha-trang', 'online', null, 'tp-nha-trang 2023-H1 6867'],
    [
      'else that of the block above, in the period asked for',
      'tp-nha-trang',
      'online',
      { kind: 'year', year: 2023 },
      'khoi-huyen 2023 7797',
    ],
    [
      'else that of the province',
      'tp-nha-trang',
      'online',
      { kind: 'year', year: 2020 },
      'toan-tinh 2020 2029',
    ],
    ['a commune has that of its city', 'p-loc-tho', 'postal', null, 'cap-xa-nha-trang 2023-H1 54'],
    [
      'a newer one of a block does not hide its own',
      'so-khdt',
      'online',
      null,
      'so-khdt 2023-Q3 9745',
    ],
  ])('%s', async (_words, id, metric, period, expected) => {
    const answer = await ask(official, id, metric, period);
    const rate = answer.main?.statement.rate ?? null;
    expect(`${answer.agency.id} ${periodKey(answer.period)} ${String(rate)}`).toBe(expected);
    expect(answer.asked.id).toBe(id);
  });

  test('nobody has one: says for which periods there are some', async () => {
    const answer = await askStatement(official.knowledge, {
      agency: official.agency('tp-nha-trang'),
      metric: 'online',
      period: { kind: 'year', year: 2019 },
    });
    if (answer.kind !== 'noFigures') throw new Error('figures out of nothing');
    expect(answer.available.map(periodKey)).toEqual(['2023', '2023-H1', '2020']);
  });
});

describe('what is shown with it', () => {
  test('full and partial online services are parts of the online rate', async () => {
    const { parts } = await ask(official, 'toan-tinh', 'online');
    expect(parts.map(({ statement }) => [statement.metric, statement.rate])).toEqual([
      ['onlineFull', 6778],
      ['onlinePartial', 5602],
    ]);
  });

  test('payments are split by where they were made', async () => {
    const { main, parts } = await ask(official, 'toan-tinh', 'onlinePayment');
    expect(main?.statement.numerator).toBe(135_943);
    expect(parts.map(({ statement }) => statement.numerator)).toEqual([31_872, 104_071]);
  });

  test('satisfaction of the province was published by block only: no main figure', async () => {
    const { main, peers } = await ask(official, 'toan-tinh', 'satisfaction');
    expect(main).toBeNull();
    expect(peers).toHaveLength(9);
  });

  test.each([
    ['tp-nha-trang', 4000, 4500],
    ['so-khdt', 5000, 5500],
    ['cap-xa-nha-trang', 3000, 3500],
  ])('%s is held to the target of its level', async (id, from, to) => {
    expect((await ask(official, id, 'online')).target).toMatchObject({ from, to });
  });

  test('the province has no online target of its own', async () => {
    expect((await ask(official, 'toan-tinh', 'online')).target).toBeNull();
  });

  test('other periods are those of the agency whose figure it is', async () => {
    const { otherPeriods } = await ask(official, 'toan-tinh', 'online');
    expect(otherPeriods.map(periodKey)).toEqual(['2020']);
  });
});

test('a statement on one field is not taken for the whole', async () => {
  using known = await openKnown();
  const land = published('tp-nha-trang', 5000, { metric: 'online', field: 'Đất đai' });
  await known.record('2023', { statements: [land] });
  const question = {
    agency: known.agency('tp-nha-trang'),
    metric: 'online',
    period: null,
  } as const;
  expect((await askStatement(known.knowledge, question)).kind).toBe('noFigures');
});

test('a document taken in from two sources says everything once', async () => {
  using known = await openKnown();
  const statements = [
    published('toan-tinh', 6290, { metric: 'online' }),
    published('toan-tinh', 6778, { metric: 'onlineFull' }),
    published('khoi-xa', 7508, { metric: 'online' }),
    published('toan-tinh', 5000, { metric: 'online', field: 'Đất đai' }),
  ];
  await known.record('2023', { statements });
  await known.record('2023', { document: { number: '56/BC-UBND' }, statements });
  const { peers, parts, otherPeriods } = await ask(known, 'toan-tinh', 'online');
  expect(peers.map(({ statement }) => statement.agency).toSorted()).toEqual([
    'khoi-xa',
    'toan-tinh',
  ]);
  expect(parts.map(({ statement }) => statement.rate)).toEqual([5000, 6778]);
  expect(otherPeriods).toEqual([]);
});

const rateOf = (id: string, rate: number) => published(id, rate, { metric: 'online' });

test('a total without a figure of its own is told by its parts, and by nobody else', async () => {
  using known = await openKnown();
  await known.record('2023', {
    statements: [rateOf('p-loc-tho', 4000), rateOf('p-vinh-hai', 3000), rateOf('so-khdt', 9000)],
  });
  const { agency, main, peers } = await ask(known, 'cap-xa-nha-trang', 'online');
  expect([agency.id, main]).toEqual(['cap-xa-nha-trang', null]);
  expect(peers.map(({ statement }) => statement.agency).toSorted()).toEqual([
    'p-loc-tho',
    'p-vinh-hai',
  ]);
});
