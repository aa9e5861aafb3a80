import { expect, test } from 'vitest';

import { countLists } from '../../src/answers/count-lists.ts';
import { PeriodKey } from '../../src/calendar/period.ts';
import { fixedClock } from '../../src/clock.ts';
import { failureLines } from '../../src/replies/shell-words.ts';
import { countingIn } from '../../src/shell/dossier-lists.ts';
import { removeDossiers } from '../../src/shell/remove-dossiers.ts';
import { at, dossierOf, LOC_THO, take } from '../contracts/sample-dossiers.ts';
import { openInMemory } from '../conversations/open-in-memory.ts';

const YEAR = PeriodKey.parse('2026');

/** The same two dossiers, polled and brought by hand. */
async function twice() {
  const open = await openInMemory(fixedClock(at('2026-11-24 08:00')), 'none');
  const rows = ['1', '2'].map((code) => dossierOf({ code }));
  await take(open.due.dossiers, rows);
  await take(open.due.dossiers, rows, { source: 'file', origin: 'tay.csv' });
  await countLists(countingIn(open), { dry: false });
  const { counted } = open.knowledge;
  return {
    open,
    received: async () =>
      (await counted.readings(LOC_THO, YEAR)).map(({ figure }) => figure.counts.received),
    due: async () => (await open.due.dossiers.due(LOC_THO, at('2100-01-01'))).length,
    [Symbol.dispose]: () => open[Symbol.dispose](),
  };
}

test('what was brought by hand goes, out of the lists and out of what was counted', async () => {
  using one = await twice();
  expect([await one.due(), await one.received()]).toEqual([4, [4]]);
  expect(await removeDossiers('file', { dry: false }, one.open)).toBe(
    'Đã bỏ 2 hồ sơ của nguồn file.',
  );
  expect([await one.due(), await one.received()]).toEqual([2, [2]]);
});

test('--dry only says what would go', async () => {
  using one = await twice();
  expect(await removeDossiers('file', { dry: true }, one.open)).toBe(
    'Sẽ bỏ mọi hồ sơ của nguồn file.',
  );
  expect(await one.due()).toBe(4);
});

test('a source that has none is told, with those that have some', async () => {
  using one = await twice();
  const lines = await removeDossiers('mot_cua', { dry: false }, one.open).catch(failureLines);
  expect(lines).toContain(
    '  - --remove mot_cua: không có hồ sơ nào của nguồn này; các nguồn đang có hồ sơ: file, mot-cua',
  );
  expect(await one.due()).toBe(4);
});

test('where it was the only one, nothing that was counted from it is told any more', async () => {
  using one = await twice();
  await removeDossiers('file', { dry: false }, one.open);
  expect(await removeDossiers('mot-cua', { dry: false }, one.open)).toBe(
    'Đã bỏ 2 hồ sơ của nguồn mot-cua.',
  );
  expect([await one.due(), await one.received()]).toEqual([0, []]);
});

test('periods that closed long ago are counted anew, too', async () => {
  using one = await twice();
  const { open } = one;
  const quarter = PeriodKey.parse('2026-Q3');
  const old = dossierOf({
    code: '3',
    receivedAt: at('2026-07-01'),
    state: 'done',
    closedAt: at('2026-08-01'),
  });
  await take(open.due.dossiers, [old], { asOf: at('2026-09-18 06:00'), source: 'cu' });
  const then = { ...countingIn(open), clock: fixedClock(at('2026-09-18 08:00')) };
  await countLists(then, { dry: false });
  const counted = async () => (await open.knowledge.counted.readings(LOC_THO, quarter)).length;
  expect(await counted()).toBe(1);
  await removeDossiers('cu', { dry: false }, open);
  expect(await counted()).toBe(0);
});
