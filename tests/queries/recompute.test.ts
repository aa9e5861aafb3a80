import { afterAll, beforeAll, expect, test } from 'vitest';

import { recomputeFromLeaves } from '../../src/queries/recompute.ts';
import type { Figure } from '../../src/snapshots/snapshot.ts';
import { type Known, keyOf, openKnown, row } from './known.ts';

/** What the units below an agency add up to, as "late/handled of units". */
async function recomputed(known: Known, id: string): Promise<string | null> {
  const agency = known.agency(id);
  const [reading] = await known.knowledge.snapshots.readings(agency.id, keyOf('2023'));
  if (reading === undefined) throw new Error(`no reading of ${id}`);
  const sum = await recomputeFromLeaves(known.knowledge, { agency, metric: 'overdue', reading });
  if (sum === null) return null;
  const { numerator, denominator } = sum.fraction;
  return `${numerator}/${denominator} = ${String(sum.hundredths)} of ${String(sum.units)}`;
}

const DISTRICTS = [
  'h-cam-lam',
  'h-dien-khanh',
  'h-khanh-son',
  'h-khanh-vinh',
  'h-van-ninh',
  'tp-cam-ranh',
  'tp-nha-trang',
  'tx-ninh-hoa',
];
const districts = DISTRICTS.map((id) => row(id, 1, 100));
const record = async (known: Known, ...figures: readonly Figure[]) => {
  await known.record('2023', { figures });
};

let official: Known;
beforeAll(async () => {
  official = await openKnown({ official: true });
});
afterAll(() => official[Symbol.dispose]());

test.each([
  ['cap-xa-cam-ranh', '62/13570 = 46 of 15'],
  ['khoi-xa', '760/218073 = 35 of 136'],
  ['toan-tinh', '2635/530662 = 50 of 171'],
  // Nothing is below it: it cannot contradict itself.
  ['tp-nha-trang', null],
])('%s of the official table: %s', async (id, sum) => {
  expect(await recomputed(official, id)).toBe(sum);
});

test('a total without its units in the table is taken as it stands', async () => {
  using known = await openKnown();
  await record(
    known,
    row('toan-tinh', 30, 3000),
    row('khoi-so-nganh', 10, 1000),
    row('khoi-huyen', 7, 800),
    row('khoi-xa', 10, 1000),
    ...districts,
  );
  // 10 + 8 + 10: the departments and communes are known by their totals only.
  expect(await recomputed(known, 'toan-tinh')).toBe('28/2800 = 100 of 10');
});

test('without all of its parts there is nothing to add up', async () => {
  using known = await openKnown();
  await record(known, row('khoi-huyen', 9, 900), ...districts.slice(1));
  expect(await recomputed(known, 'khoi-huyen')).toBeNull();
});

test('units are not taken from another table', async () => {
  using known = await openKnown();
  await record(known, row('khoi-huyen', 9, 900));
  await known.record('2023', { document: { number: '56/BC-UBND' }, figures: districts });
  expect(await recomputed(known, 'khoi-huyen')).toBeNull();
});
