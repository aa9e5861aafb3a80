import { afterEach, beforeEach, expect, test } from 'vitest';

import { askComparison } from '../../src/queries/comparison.ts';
import { askRanking } from '../../src/queries/ranking.ts';
import type { RateState } from '../../src/queries/rate.ts';
import { askTrend } from '../../src/queries/trend.ts';
import { day, type Differences } from '../contracts/sample-snapshots.ts';
import { ask } from './ask-rate.ts';
import { type Known, openKnown, published, row } from './known.ts';

const table = (overdue: number): Differences => ({
  figures: [row('tp-nha-trang', overdue, 10_000), row('tp-cam-ranh', 50, 10_000)],
});
const FIRST: Differences = { asOf: day('2023-12-14'), ...table(90) };
const CORRECTED: Differences = {
  document: { number: '56/BC-UBND' },
  asOf: day('2023-12-15'),
  ...table(120),
};

let known: Known;
beforeEach(async () => {
  known = await openKnown();
});
afterEach(() => known[Symbol.dispose]());

const hundredthsOf = (state: RateState | null | undefined) =>
  state?.kind === 'rate' ? state.rate.hundredths : state;

/** The rate of Nha Trang in 2023, as each kind of answer says it. */
async function saidOfNhaTrang() {
  const agencies = ['tp-nha-trang', 'tp-cam-ranh'].map((id) => known.agency(id));
  const [agency, other] = agencies;
  if (agency === undefined || other === undefined) throw new Error('no agencies');
  const isIt = (one: { readonly agency: { readonly id: string } }) => one.agency.id === agency.id;
  const metric = 'overdue';
  const beside = await ask(known, 'tp-cam-ranh', { others: [agency.id] });
  const question = { agencies, metric, order: 'worst', period: null } as const;
  const ranking = await askRanking(known.knowledge, question);
  const comparison = await askComparison(known.knowledge, { agencies, metric, periods: [] });
  const trend = await askTrend(known.knowledge, { agency, metric, within: null });
  return {
    asPeer: hundredthsOf(beside.peers.find(isIt)?.state),
    asOther: hundredthsOf(beside.others.find(isIt)?.state),
    ranked: ranking.kind === 'ranking' ? ranking.ranked.find(isIt)?.rate.hundredths : null,
    compared: hundredthsOf(comparison.sides.find(isIt)?.state),
    inTrend: hundredthsOf(trend.points[0]?.state),
  };
}

const everywhere = (hundredths: number) => ({
  asPeer: hundredths,
  asOther: hundredths,
  ranked: hundredths,
  compared: hundredths,
  inTrend: hundredths,
});

test.each([
  ['first', [FIRST, CORRECTED]],
  ['last', [CORRECTED, FIRST]],
])('the newest table counts everywhere, the old one taken in %s', async (_when, tables) => {
  for (const differences of tables) await known.record('2023', differences);
  expect(await saidOfNhaTrang()).toEqual(everywhere(120));
});

test('the counts by the formula of the province go before what a newer document states', async () => {
  await known.record('2023', FIRST);
  const statements = [published('tp-nha-trang', 96, { formula: 'OVERDUE_RESOLVED_ONLY' })];
  await known.record('2023', { asOf: day('2023-12-20'), document: { place: 'II.4' }, statements });
  expect(await saidOfNhaTrang()).toEqual(everywhere(90));
});

test('what is published of other dossiers is no peer', async () => {
  await known.record('2023', { figures: [row('tp-cam-ranh', 50, 10_000)] });
  const statements = [published('tp-nha-trang', 96)];
  await known.record('2023', { scope: 'all-systems', statements });
  const { peers } = await ask(known, 'tp-cam-ranh');
  const stated = peers.find(({ agency }) => agency.id === 'tp-nha-trang');
  expect(stated?.state).toBeNull();
});
