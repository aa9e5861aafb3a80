import { expect, test } from 'vitest';

import { askConsistency } from '../../src/queries/consistency.ts';
import { consistencyReply } from '../../src/replies/consistency-reply.ts';
import { openKnown, published, row } from './known.ts';

const DISTRICTS = [
  'tp-nha-trang',
  'tp-cam-ranh',
  'tx-ninh-hoa',
  'h-cam-lam',
  'h-dien-khanh',
  'h-khanh-son',
  'h-khanh-vinh',
  'h-van-ninh',
];

/** A total of the districts that is printed as `printed` late dossiers, while each of them has two. */
const wrongTotal = (printed: number) => [
  row('khoi-huyen', printed, 800),
  ...DISTRICTS.map((id) => row(id, 2, 100)),
];

test('each contradiction is told with the rates of its own table and period', async () => {
  using known = await openKnown();
  await known.record('2022', { document: { number: '1/BC' }, figures: wrongTotal(8) });
  await known.record('2023', {
    document: { number: '2/BC' },
    figures: wrongTotal(4),
    statements: [published('khoi-huyen', 33, { formula: 'OVERDUE_RESOLVED_ONLY' })],
  });
  const answer = await askConsistency(known.knowledge, { agency: known.agency('khoi-huyen') });
  const told = answer.contradictions.map(({ snapshot, rates, recomputed }) => [
    snapshot.period,
    rates.map(({ hundredths }) => hundredths),
    recomputed?.hundredths,
  ]);
  expect(told).toEqual([
    ['2023', [33, 50], 200],
    ['2022', [100], 200],
  ]);

  const { blocks, choices } = consistencyReply(answer);
  const text = JSON.stringify(blocks);
  expect(text).toContain('0,33% (công bố, chỉ tính hồ sơ đã giải quyết) và 4/800 = 0,50%');
  expect(text).toContain(', năm 2022');
  expect(choices.map(({ label }) => label)).toEqual([
    'Cấp huyện 2023',
    'Cấp huyện 2022',
    'Tải Excel',
  ]);
});
