import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { RateAnswer } from '../../src/queries/rate-answer.ts';
import { ask, ratesIn } from './ask-rate.ts';
import { type Known, openKnown, row } from './known.ts';

/** The figures of the documents, for tests that only ask. */
let official: Known;
beforeAll(async () => {
  official = await openKnown({ official: true });
});
afterAll(() => official[Symbol.dispose]());

const peersIn = ({ peers }: RateAnswer) =>
  peers.flatMap(({ agency, state }) => (state === null ? [] : [agency.id]));

describe('beside others', () => {
  test('a department in a group with its land offices is one of the departments', async () => {
    const answer = await ask(official, 'so-tnmt');
    expect(peersIn(answer)).toHaveLength(18);
    const other = await ask(official, 'so-khdt', { period: { kind: 'year', year: 2023 } });
    expect(peersIn(answer)).toEqual(peersIn(other));
  });

  test.each([
    ['tp-nha-trang', 8],
    ['cn-nha-trang', 9],
    ['p-loc-tho', 27],
    ['cap-xa-nha-trang', 8],
    ['khoi-xa', 3],
    ['toan-tinh', 1],
  ])('%s has %i of its kind', async (id, count) => {
    const { peers } = await ask(official, id, { period: { kind: 'year', year: 2023 } });
    expect(peers).toHaveLength(count);
    expect(peers.map(({ agency }) => agency.id)).toContain(id);
  });

  test('another scope is not the same table', async () => {
    using known = await openKnown();
    await known.record('2023', { figures: [row('so-khdt', 2, 230)] });
    await known.record('2023', { scope: 'all-systems', figures: [row('so-nv', 1, 100)] });
    expect(peersIn(await ask(known, 'so-khdt'))).toEqual(['so-khdt']);
  });

  test('other readings of a name carry their own rates of the same period', async () => {
    const { others } = await ask(official, 'tp-nha-trang', {
      others: ['cn-nha-trang', 'cap-xa-nha-trang'],
    });
    const rates = others.map(({ state }) =>
      state?.kind === 'rate' ? state.rate.hundredths : null,
    );
    expect(rates).toEqual([72, 10]);
  });
});

describe('who is behind it', () => {
  test('its units, most late dossiers first', async () => {
    const { contributions } = await ask(official, 'cap-xa-cam-ranh');
    expect(contributions).toHaveLength(15);
    const late = contributions.map(({ overdue }) => overdue);
    expect(late).toEqual(late.toSorted((a, b) => b - a));
    expect(contributions[0]?.agency?.name).toBe('UBND xã Cam Phước Đông');
  });

  test('its fields, where it has no units', async () => {
    const { contributions } = await ask(official, 'so-khdt', {
      period: { kind: 'quarter', number: 3, year: null },
    });
    expect(contributions.map(({ field, overdue }) => [field, overdue])).toEqual([
      ['Lĩnh vực đăng ký thành lập và hoạt động doanh nghiệp', 5],
      ['Lĩnh vực Đầu tư tại Việt Nam', 0],
    ]);
  });
});

describe('the same table taken in from two sources', () => {
  const figures = [
    row('khoi-huyen', 5, 300),
    row('tp-nha-trang', 3, 200),
    row('tp-cam-ranh', 2, 100),
  ];

  test('is said once: one rate, each unit once', async () => {
    using known = await openKnown();
    await known.record('2023', { figures });
    await known.record('2023', { document: { number: '56/BC-UBND' }, figures });
    const answer = await ask(known, 'khoi-huyen');
    expect(ratesIn(answer)).toEqual([167]);
    expect(answer.contributions.map(({ agency }) => agency?.id)).toEqual([
      'tp-nha-trang',
      'tp-cam-ranh',
    ]);
  });
});
