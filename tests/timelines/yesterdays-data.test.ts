import { expect, test } from 'vitest';

import { healthStore } from '../../src/storage/health-store.ts';
import type { Said } from '../polling/one-stop-readings.ts';
import { startHour } from './start-hour.ts';

const upTo = (asOf: string, received: number): Said => ({
  asOf,
  counts: { 'tp-nha-trang': { received } },
});

/** Tuesday; Monday's figures are known. */
async function tuesday() {
  const hour = await startHour('2026-11-24T08:00');
  hour.says([upTo('2026-11-23', 6_600)]);
  await hour.runUntil('2026-11-24T08:01');
  const health = async () => healthStore(hour.open.storage).healthOf('mot-cua');
  return { hour, health };
}

test('a system that tells of Friday again is no longer believed, and keepers hear which day it tells of', async () => {
  const { hour, health } = await tuesday();
  await using _ = hour;
  const known = await health();
  hour.says([upTo('2026-11-20', 6_400)]);
  await hour.runUntil('2026-11-24T08:02');
  hour.says([upTo('2026-11-20', 6_401)]);
  await hour.runUntil('2026-11-24T08:05');
  expect(await health()).toMatchObject({
    state: 'partial',
    problem: { code: 'olderThanKnown', detail: '2026-11-20 < 2026-11-23' },
    lastChangedAt: known?.lastChangedAt,
  });
  expect(hour.heard()).toEqual(['08:01 keeper: Nguồn mot-cua chỉ tin được một phần']);
  expect(hour.got[0]?.text).toContain('20/11/2026 < 23/11/2026');
  expect((await hour.ask('Lãnh đạo', '/ho-so Nha Trang')).text).not.toContain('6.401');

  hour.says([upTo('2026-11-24', 6_700)]);
  await hour.runUntil('2026-11-24T08:20');
  expect(hour.heard()[1]).toBe('08:10 keeper: Nguồn mot-cua đã đọc lại được');
});

test('a day that is over may be corrected, and an old issue of a document is no fault', async () => {
  const { hour, health } = await tuesday();
  await using _ = hour;
  hour.says([upTo('2026-11-23', 6_590)]);
  await hour.runUntil('2026-11-24T08:02');
  expect(await health()).toMatchObject({ state: 'fresh' });
  hour.says([{ ...upTo('2026-11-23', 6_000), number: '9/BC-UBND' }]);
  await hour.runUntil('2026-11-24T08:04');
  hour.says([{ ...upTo('2026-11-20', 5_900), number: '9/BC-UBND' }]);
  await hour.runUntil('2026-11-24T08:06');
  expect(await health()).toMatchObject({ state: 'fresh', problem: null });
});
