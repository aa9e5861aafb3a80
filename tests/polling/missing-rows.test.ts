import { describe, expect, test } from 'vitest';

import { openBelieving, type Said } from './one-stop-readings.ts';

const NHA_TRANG = 'tp-nha-trang';
const CAM_RANH = 'tp-cam-ranh';
const ALL = {
  [NHA_TRANG]: 6_500,
  [CAM_RANH]: 900,
  'tx-ninh-hoa': 800,
  'h-cam-lam': 700,
} as const;
type Id = keyof typeof ALL;

/** What a system says of some agencies, a little more each minute. */
const of = (ids: readonly Id[], more = 0, asOf = '2026-11-18'): Said => ({
  asOf,
  counts: Object.fromEntries(ids.map((id) => [id, { received: ALL[id] + more }])),
});
const every: readonly Id[] = [NHA_TRANG, CAM_RANH, 'tx-ninh-hoa', 'h-cam-lam'];
const but = (...gone: readonly Id[]) => every.filter((id) => !gone.includes(id));

describe('an agency that is gone from a table', () => {
  test('is missed until its row returns, however often the table changes without it', async () => {
    using system = await openBelieving();
    await system.take(of(every));
    await system.take(of(but(CAM_RANH), 1));
    for (const more of [2, 3]) {
      expect(await system.take(of(but(CAM_RANH), more))).toMatchObject({
        kind: 'taken',
        readings: [{ doubt: {} }],
      });
    }
    await system.take(of(but(CAM_RANH), 4, '2026-11-19'));
    const [missed, ...others] = await system.store.findings();
    expect(others).toEqual([]);
    expect(missed?.finding).toMatchObject({
      code: 'rowDisappeared',
      agency: CAM_RANH,
      before: { value: 900 },
    });
    await system.take(of(every, 5, '2026-11-19'));
    expect(await system.findings()).toEqual([]);
  });

  test('is held against what it said before when it returns', async () => {
    using system = await openBelieving();
    await system.take(of(every));
    await system.take(of(but(CAM_RANH), 1));
    const back = of(every, 2);
    const taken = await system.take({
      ...back,
      counts: { ...back.counts, [CAM_RANH]: { received: 90_000 } },
    });
    expect(taken).toMatchObject({ kind: 'refused', problems: [{ code: 'implausibleJump' }] });
  });

  test('is one of those that are gone: rows lost one by one are a table that falls apart', async () => {
    using system = await openBelieving();
    await system.take(of(every));
    await system.take(of(but(CAM_RANH), 1));
    expect((await system.take(of(but(CAM_RANH, 'tx-ninh-hoa'), 2))).kind).toBe('taken');
    expect(await system.take(of([NHA_TRANG], 3))).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'rowDisappeared' }, {}, {}],
    });
  });

  test('is missed no longer once a keeper believes it', async () => {
    using system = await openBelieving();
    await system.take(of(every));
    expect((await system.take(of([NHA_TRANG], 1))).kind).toBe('refused');
    expect((await system.believe(of([NHA_TRANG], 1))).kind).toBe('taken');
    expect(await system.take(of([NHA_TRANG], 2))).toMatchObject({
      readings: [{ doubt: null }],
    });
    expect(await system.findings()).toEqual([]);
  });
});
