import { describe, expect, test } from 'vitest';

import { askBalance } from '../../src/queries/balance.ts';
import { askSources } from '../../src/queries/sources.ts';
import { askStatement } from '../../src/queries/statement-answer.ts';
import { day, type Differences } from '../contracts/sample-snapshots.ts';
import { ask } from './ask-rate.ts';
import { type Known, openKnown, published, row } from './known.ts';

const NHA_TRANG = 'tp-nha-trang';
const late = (overdue: number): Differences => ({ figures: [row(NHA_TRANG, overdue, 1000)] });

/** What the rate was before, in hundredths; null where nothing was changed. */
async function before(known: Known): Promise<readonly (number | string)[]> {
  const { restated } = await ask(known, NHA_TRANG);
  return restated.map(({ before: was }) => (was.kind === 'rate' ? was.rate.hundredths : was.kind));
}

describe('a changed figure', () => {
  test.each<[string, readonly Differences[], readonly (number | string)[]]>([
    ['is told with what it was', [late(10), late(12)], [100]],
    ['changed twice: with what it was last', [late(10), late(12), late(15)], [120]],
    ['taken back: with what it was in between', [late(10), late(12), late(10)], [120]],
    ['by whomever it was read', [late(10), { ...late(12), source: 'file' }], [100]],
    ['that was 0/0', [{ figures: [row(NHA_TRANG, 0, 0)] }, late(12)], ['nothingArose']],
    ['of a published rate', [stated(77), stated(84)], [77]],
    ['where only another agency changed', [withOther(1), withOther(2)], []],
    ['never changed', [late(10), late(10)], []],
    ['of a later day is no correction', [{ ...late(10), asOf: day('2023-12-01') }, late(12)], []],
    ['of another document is no correction', [late(10), other(late(12))], []],
  ])('%s', async (_what, stored, was) => {
    using known = await openKnown();
    for (const differences of stored) await known.record('2023', differences);
    expect(await before(known)).toEqual(was);
  });
});

function stated(rate: number): Differences {
  return { statements: [published(NHA_TRANG, rate)] };
}

function withOther(overdue: number): Differences {
  return { figures: [row(NHA_TRANG, 10, 1000), row('tp-cam-ranh', overdue, 1000)] };
}

function other(differences: Differences): Differences {
  return { ...differences, document: { number: '56/BC-UBND' } };
}

/** An unnumbered table of 20/08/2023 as it was read at a moment. */
const read = (at: string, overdue: number): Differences => ({
  ...late(overdue),
  document: { number: null },
  asOf: day('2023-08-20'),
  fetchedAt: Temporal.Instant.from(at),
});

describe('what a system counts', () => {
  test('is open until its last day is over', async () => {
    using known = await openKnown();
    await known.record('2023', read('2023-08-20T09:00:00+07:00', 10));
    await known.record('2023', read('2023-08-20T23:59:00+07:00', 12));
    expect(await before(known)).toEqual([]);
  });

  test('is corrected when it changes after that', async () => {
    using known = await openKnown();
    await known.record('2023', read('2023-08-21T00:01:00+07:00', 10));
    await known.record('2023', read('2023-08-21T09:00:00+07:00', 12));
    expect(await before(known)).toEqual([100]);
  });
});

test('the balance tells the counts before they were changed', async () => {
  using known = await openKnown();
  for (const overdue of [10, 12]) await known.record('2023', late(overdue));
  const agency = known.agency(NHA_TRANG);
  const answer = await askBalance(known.knowledge, { agency, period: null });
  if (answer.kind === 'noFigures') throw new Error('no figures');
  const { resolvedOverdue, resolvedOnTime } = answer.restated?.before.figure.counts ?? {};
  expect([resolvedOverdue, resolvedOnTime]).toEqual([10, 990]);
});

test('a published figure tells what it was', async () => {
  using known = await openKnown();
  for (const rate of [6867, 6900]) {
    await known.record('2023', { statements: [published(NHA_TRANG, rate, { metric: 'online' })] });
  }
  const question = { agency: known.agency(NHA_TRANG), metric: 'online', period: null } as const;
  const answer = await askStatement(known.knowledge, question);
  if (answer.kind === 'noFigures') throw new Error('no figures');
  expect(answer.restated?.before.statement.rate).toBe(6867);
});

test('the sources tell both versions, the one in force first', async () => {
  using known = await openKnown();
  const ids = [];
  for (const overdue of [10, 12, 15]) ids.push((await known.record('2023', late(overdue))).id);
  const { tables } = await askSources(known.knowledge, { agency: known.agency(NHA_TRANG) });
  const told = tables.map(({ snapshot, replaced }) => [snapshot, ...replaced].map(({ id }) => id));
  expect(told).toEqual([ids.toReversed()]);
});
