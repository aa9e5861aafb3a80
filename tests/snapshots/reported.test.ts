import { expect, test } from 'vitest';

import { COUNTED_SCOPES } from '../../src/snapshots/counted.ts';
import { reportedOnly, unlessReported } from '../../src/snapshots/reported.ts';
import { keyOf, openKnown, row } from '../queries/known.ts';

const read = (period: string, scope: string) => ({ snapshot: { period, scope } });

test('what was counted of a period is left out where something was reported of it, and only there', () => {
  const all = [read('2026', 'dossiers'), read('2026', 'vertical'), read('2026-Q4', 'dossiers')];
  expect(unlessReported(all)).toEqual([read('2026', 'vertical'), read('2026-Q4', 'dossiers')]);
  expect(unlessReported(all, [read('2026-Q4', 'one-stop')])).toEqual([read('2026', 'vertical')]);
  expect(unlessReported(all, [read('2026-Q4', 'dossiers-sample')])).toHaveLength(2);
});

test('where only reports count, nothing counted is seen by any question', async () => {
  using known = await openKnown();
  for (const scope of Object.values(COUNTED_SCOPES)) {
    await known.record('2026', { scope, figures: [row('tp-nha-trang', 1, 100)] });
  }
  const only = reportedOnly(known.knowledge.snapshots);
  const { id } = known.agency('tp-nha-trang');
  const period = keyOf('2026');
  const asOf = { period, day: Temporal.PlainDate.from('2026-12-14') };
  expect(await known.knowledge.snapshots.heads()).toHaveLength(3);
  expect(await only.heads()).toEqual([]);
  expect(await only.isEmpty()).toBe(true);
  expect(await only.readings(id)).toEqual([]);
  expect(await only.history(id, period)).toEqual([]);
  expect(await only.readingsAsOf(id, asOf)).toEqual([]);
  expect(await only.readingsOf([id], { period, scope: COUNTED_SCOPES.whole })).toEqual([]);
});
