import { expect, test } from 'vitest';

import { askTallies } from '../../src/queries/tally-ranking.ts';
import { figure, openKnown, row } from './known.ts';

const DISTRICTS = ['h-cam-lam', 'h-dien-khanh', 'tp-cam-ranh', 'tp-nha-trang'];

async function tallies(first: 'most' | 'fewest') {
  using known = await openKnown();
  await known.record('2023', {
    figures: [
      row('h-cam-lam', 30, 1000),
      row('h-dien-khanh', 40, 9000),
      row('tp-cam-ranh', 30, 50),
      figure('tp-nha-trang', { resolved: 1000, resolvedOverdue: 90 }),
    ],
  });
  const answer = await askTallies(known.knowledge, {
    agencies: DISTRICTS.map((id) => known.agency(id)),
    tally: 'overdue',
    first,
    period: null,
  });
  if (answer.kind === 'noRanking') throw new Error('no ranking');
  return {
    ranked: answer.ranked.map(
      ({ place, agency, number, rate }) =>
        `${String(place)} ${agency.id} ${String(number)} ${String(rate?.hundredths)}`,
    ),
    missing: answer.missing.map(({ id }) => id),
  };
}

test('most first: by number whatever the rate, equal numbers share a place, small ones are in', async () => {
  expect(await tallies('most')).toEqual({
    ranked: ['1 h-dien-khanh 40 44', '2 h-cam-lam 30 300', '2 tp-cam-ranh 30 6000'],
    // Half of its late dossiers is not known: no number, and not 90.
    missing: ['tp-nha-trang'],
  });
});

test('fewest first', async () => {
  expect((await tallies('fewest')).ranked).toEqual([
    '1 h-cam-lam 30 300',
    '1 tp-cam-ranh 30 6000',
    '3 h-dien-khanh 40 44',
  ]);
});
