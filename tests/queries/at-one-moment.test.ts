import { expect, test } from 'vitest';

import { dueBounds } from '../../src/calendar/due-bounds.ts';
import { atOneMoment } from '../../src/queries/at-one-moment.ts';
import { dossier, takeIn } from '../conversations/due-dossiers.ts';
import { openInMemory } from '../conversations/open-in-memory.ts';

const NOW = Temporal.Instant.from('2026-11-23T07:00+07:00');

test('what is known stands still: the clock, the counts and the lists; another moment is asked anew', async () => {
  using open = await openInMemory({ now: () => NOW.add({ minutes: 5 }) }, 'none');
  const { due } = open;
  const then = atOneMoment(due, NOW);
  expect(then.clock.now()).toEqual(NOW);
  const bounds = dueBounds(NOW, due.calendar);
  expect((await then.dossiers.dueCounts(bounds)).size).toBe(0);
  expect((await then.dossiers.countDue({ before: bounds.three })).size).toBe(0);
  expect(await then.dossiers.lists()).toEqual([]);
  await takeIn(due.dossiers, [dossier('0001', '2026-11-23')]);
  expect((await then.dossiers.dueCounts(bounds)).size).toBe(0);
  expect((await then.dossiers.countDue({ before: bounds.three })).size).toBe(0);
  expect((await then.dossiers.countDue({ from: NOW, before: bounds.three })).size).toBe(1);
  expect(await then.dossiers.lists()).toEqual([]);
  const later = dueBounds(NOW.add({ hours: 1 }), due.calendar);
  expect((await then.dossiers.dueCounts(later)).size).toBe(1);
  const otherwise = { ...bounds, today: bounds.today.subtract({ hours: 1 }) };
  expect((await then.dossiers.dueCounts(otherwise)).size).toBe(1);
  expect((await atOneMoment(due, NOW).dossiers.dueCounts(bounds)).size).toBe(1);
});

test('what failed is asked again', async () => {
  using open = await openInMemory({ now: () => NOW }, 'none');
  let fails = true;
  const dueCounts = async () => {
    if (fails) throw new Error('busy');
    return new Map();
  };
  const then = atOneMoment({ ...open.due, dossiers: { ...open.due.dossiers, dueCounts } }, NOW);
  const bounds = dueBounds(NOW, open.due.calendar);
  await expect(then.dossiers.dueCounts(bounds)).rejects.toThrow('busy');
  fails = false;
  expect((await then.dossiers.dueCounts(bounds)).size).toBe(0);
});
