import { describe, expect, test } from 'vitest';

import type { PeriodAsked } from '../../src/calendar/period.ts';
import { periodKey } from '../../src/calendar/periods.ts';
import { type AmountMetric, askAmounts } from '../../src/queries/amounts.ts';
import { figure, type Known, openKnown } from './known.ts';

type Asked = { readonly metric?: AmountMetric; readonly periods?: readonly PeriodAsked[] };

async function compare(known: Known, ids: readonly string[], asked: Asked = {}) {
  const { names, sides, held } = await askAmounts(known.knowledge, {
    agencies: ids.map((id) => known.agency(id)),
    metric: asked.metric ?? 'dossiers',
    periods: asked.periods ?? [],
  });
  return {
    names,
    sides: sides.map(({ agency, period, found }) => {
      const values = [...(found?.values.values() ?? [])].join(' ');
      return `${agency.id} ${period === null ? '-' : periodKey(period)}: ${values}`;
    }),
    unlike: held.map(({ unlike }) => unlike),
    differences: held.map(({ differences }) =>
      differences.map(({ name, by, relative }) => `${name} ${String(by)} ${String(relative)}`),
    ),
  };
}

const BOTH = ['tp-nha-trang', 'tp-cam-ranh'];
const NHA_TRANG = figure('tp-nha-trang', {
  received: 1000,
  resolved: 800,
  resolvedOverdue: 4,
  pending: 200,
  pendingOverdue: 0,
});
const CAM_RANH = figure('tp-cam-ranh', { received: 1500, resolved: 800, pending: 150 });

describe('dossiers', () => {
  test('are counted side by side, with the difference absolute and in percent of the first', async () => {
    using known = await openKnown();
    await known.record('2023', { figures: [NHA_TRANG, CAM_RANH] });
    expect(await compare(known, BOTH)).toEqual({
      names: ['received', 'resolved', 'pending', 'overdueTotal'],
      sides: ['tp-nha-trang 2023: 1000 800 200 4', 'tp-cam-ranh 2023: 1500 800 150'],
      unlike: [[]],
      differences: [['received 500 5000', 'resolved 0 0', 'pending -50 -2500']],
    });
  });

  test('over nothing have no percentage', async () => {
    using known = await openKnown();
    const none = figure('tp-nha-trang', { pending: 0 });
    await known.record('2023', { figures: [none, figure('tp-cam-ranh', { pending: 5 })] });
    expect((await compare(known, BOTH)).differences).toEqual([['pending 5 null']]);
  });

  test('of unlike periods and scopes are shown without a difference', async () => {
    using known = await openKnown();
    await known.record('2023', { figures: [NHA_TRANG] });
    const half = { ...NHA_TRANG, counts: { ...NHA_TRANG.counts, received: 10, resolved: 4 } };
    await known.record('2023-H1', { scope: 'all-systems', figures: [half] });
    const periods = [
      { kind: 'year', year: 2023 },
      { kind: 'half', number: 1, year: 2023 },
    ] as const;
    expect(await compare(known, ['tp-nha-trang'], { periods })).toMatchObject({
      unlike: [['length', 'scope']],
      differences: [[]],
    });
  });

  test('that one side lacks are missing, not 0', async () => {
    using known = await openKnown();
    await known.record('2023', { figures: [NHA_TRANG] });
    expect(await compare(known, BOTH)).toMatchObject({
      sides: ['tp-nha-trang 2023: 1000 800 200 4', 'tp-cam-ranh -: '],
      differences: [[]],
    });
  });
});

describe('payments, in the official figures', () => {
  test('of Nha Trang and its communes: transactions and money', async () => {
    using known = await openKnown({ official: true });
    const both = ['tp-nha-trang', 'cap-xa-nha-trang'];
    expect(await compare(known, both, { metric: 'onlinePayment' })).toMatchObject({
      names: ['transactions', 'amountVnd'],
      sides: ['tp-nha-trang 2023-H1: 1522 129165000', 'cap-xa-nha-trang 2023-H1: 4586 101857506'],
      differences: [['transactions 3064 20131', 'amountVnd -27307494 -2114']],
    });
  });

  test('that no document states: no amounts at all', async () => {
    using known = await openKnown({ official: true });
    const levels = ['khoi-huyen', 'khoi-xa'];
    expect(await compare(known, levels, { metric: 'onlinePayment' })).toMatchObject({
      names: [],
      sides: ['khoi-huyen -: ', 'khoi-xa -: '],
    });
  });
});
