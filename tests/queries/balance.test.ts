import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { periodKey } from '../../src/calendar/periods.ts';
import { askBalance, type BalanceAnswer } from '../../src/queries/balance.ts';
import { figure, type Known, openKnown } from './known.ts';

let official: Known;
beforeAll(async () => {
  official = await openKnown({ official: true });
});
afterAll(() => official[Symbol.dispose]());

async function ask(known: Known, id: string): Promise<BalanceAnswer> {
  const agency = known.agency(id);
  const answer = await askBalance(known.knowledge, { agency, period: null });
  if (answer.kind === 'noFigures') throw new Error('no figures');
  return answer;
}

test('late dossiers are those resolved late and those pending late; the rest is left unexplained', async () => {
  const { overdue, unaccounted, otherPeriods } = await ask(official, 'tp-nha-trang');
  expect([overdue, unaccounted]).toEqual([109, 868]);
  expect(otherPeriods.map(periodKey)).toEqual(['2023-H1']);
});

describe('what cannot be known is not guessed', () => {
  test.each([
    [
      'received is not given',
      { resolved: 5, resolvedOverdue: 1, pending: 2, pendingOverdue: 0 },
      1,
      null,
    ],
    [
      'late pending is not given',
      { received: 9, resolved: 5, resolvedOverdue: 1, pending: 2 },
      null,
      2,
    ],
  ])('%s', async (_words, counts, overdue, unaccounted) => {
    using known = await openKnown();
    await known.record('2023', { figures: [figure('tp-nha-trang', counts)] });
    expect(await ask(known, 'tp-nha-trang')).toMatchObject({ overdue, unaccounted });
  });
});

test('findings are those of the table that is shown', async () => {
  using known = await openKnown();
  const wrong = { resolved: 5, resolvedEarly: 0, resolvedOnTime: 3, resolvedOverdue: 1 };
  await known.record('2022', { figures: [figure('tp-nha-trang', wrong)] });
  await known.record('2023', { figures: [figure('tp-nha-trang', { resolved: 5 })] });
  expect((await ask(known, 'tp-nha-trang')).doubts).toEqual([]);
});

test('without any counts the published rates are no balance', async () => {
  using known = await openKnown();
  const agency = known.agency('tp-nha-trang');
  const answer = await askBalance(known.knowledge, { agency, period: null });
  expect(answer.kind).toBe('noFigures');
});
