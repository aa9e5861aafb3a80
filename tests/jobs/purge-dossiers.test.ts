import { expect, test } from 'vitest';

import { purgeDossiers } from '../../jobs/purge-dossiers.ts';
import { fixedClock } from '../../src/clock.ts';
import { dossierStore } from '../../src/storage/dossier-store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { at, dossierOf, LOC_THO, take } from '../contracts/sample-dossiers.ts';

const NOW = at('2026-11-21 02:30');

async function withClosed() {
  const storage = openStorage(':memory:');
  const dossiers = dossierStore(storage);
  const rows = ['2026-10-22 02:29', '2026-10-22 02:30'].map((closed, index) =>
    dossierOf({ code: String(index), state: 'done', closedAt: at(closed) }),
  );
  await take(dossiers, [...rows, dossierOf({ code: 'open' })], { asOf: at('2026-10-22 02:00') });
  const job = purgeDossiers({ dossiers, clock: fixedClock(NOW), keepClosedDays: 30 });
  const between = { from: at('2026-10-01'), to: at('2026-11-30') };
  const left = async () => (await dossiers.closed(LOC_THO, between)).map(({ code }) => code);
  return { job, left, [Symbol.dispose]: () => storage.close() };
}

test('dossiers closed more than thirty days ago are forgotten, the others stay', async () => {
  using kept = await withClosed();
  const outcome = await kept.job.run({ dry: false });
  expect(outcome.summary).toEqual({ forgotten: 1 });
  expect(await kept.left()).toEqual(['1']);
});

test('a dry run tells what it would forget, and forgets nothing', async () => {
  using kept = await withClosed();
  expect(await kept.job.run({ dry: true })).toEqual({
    summary: { forgotten: 0 },
    details: ['dossiers closed before 2026-10-21T19:30:00Z'],
  });
  expect(await kept.left()).toEqual(['0', '1']);
});

test('runs every night', async () => {
  using kept = await withClosed();
  expect([kept.job.name, kept.job.when]).toEqual(['purge-dossiers', '30 2 * * *']);
});
