import { expect, test } from 'vitest';

import { countFirstLists, countLists } from '../../src/answers/count-lists.ts';
import { PeriodKey } from '../../src/calendar/period.ts';
import { fixedClock } from '../../src/clock.ts';
import type { Dossier } from '../../src/dossiers/dossier.ts';
import type { DossierList } from '../../src/dossiers/store.ts';
import { countingIn } from '../../src/shell/dossier-lists.ts';
import { at, dossierOf, LOC_THO, NHA_TRANG, take } from '../contracts/sample-dossiers.ts';
import { openInMemory } from '../conversations/open-in-memory.ts';

const YEAR = PeriodKey.parse('2026');
const QUARTER = PeriodKey.parse('2026-Q4');

/** A store without figures on the morning of Tuesday 24 November 2026, with what counting it tells. */
async function opening(now = '2026-11-24 08:00') {
  const open = await openInMemory(fixedClock(at(now)), 'none');
  const room = countingIn(open);
  const { dossiers } = open.due;
  return {
    open,
    dossiers,
    take: (rows: readonly Dossier[], list: Partial<DossierList> = {}) =>
      take(dossiers, rows, { asOf: at('2026-11-24 06:30'), ...list }),
    count: async () => (await countLists(room, { dry: false })).details,
    countFirst: () => countFirstLists(room),
    known: async (agency = NHA_TRANG) =>
      (await open.knowledge.counted.readings(agency)).map(
        ({ snapshot: { period, scope } }) => `${period} ${scope}`,
      ),
    [Symbol.dispose]: () => open[Symbol.dispose](),
  };
}

const NOBODY = { snapshot: null, figure: null };

/** One that was finished on a day. */
function done(code: string, on: string, other: Partial<Dossier> = {}): Dossier {
  return dossierOf({
    code,
    agency: NHA_TRANG,
    receivedAt: at('2025-12-18'),
    state: 'done',
    closedAt: at(on),
    ...other,
  });
}

test('an agency is counted in full in those periods whose beginning lists show', async () => {
  using one = await opening();
  await one.take([done('1', '2026-09-20'), done('2', '2026-11-20')]);
  expect(await one.count()).toEqual([
    '2026 dossiers-part agencies=1',
    '2026-H2 dossiers-part agencies=1',
    '2026-Q4 dossiers agencies=1',
  ]);
});

test('what was known in part leaves that table when its beginning becomes known', async () => {
  using one = await opening();
  await one.take([done('1', '2026-11-20'), dossierOf({ code: '9', agency: LOC_THO })]);
  await one.count();
  expect(await one.known()).toContain('2026 dossiers-part');
  await one.take([done('2', '2025-12-20'), done('3', '2026-06-20'), done('4', '2026-09-20')], {
    contentHash: 'b'.repeat(64),
  });
  await one.count();
  expect(await one.known()).toEqual(['2026-Q4 dossiers', '2026-H2 dossiers', '2026 dossiers']);
  expect(await one.known(LOC_THO)).toContain('2026 dossiers-part');
});

test('what the newest full list does not show any more is counted as done as of that list', async () => {
  using one = await opening();
  const list = { completeFor: [NHA_TRANG] };
  const open = ['1', '2'].map((code) => dossierOf({ code, agency: NHA_TRANG }));
  const first = [...open, done('3', '2026-09-20')];
  await one.take(first, { ...list, asOf: at('2026-11-23 06:30') });
  await one.take(first.slice(1), { ...list, contentHash: 'c'.repeat(64) });
  await one.count();
  const { figure } = (await one.open.knowledge.counted.readings(NHA_TRANG))[0] ?? NOBODY;
  expect(figure?.counts).toMatchObject({ resolved: 2, pending: 1 });
});

test('lists of before a period show nothing of it', async () => {
  using one = await opening('2026-12-16 08:00');
  await one.take([done('1', '2025-12-20')], { asOf: at('2026-12-11 06:30') });
  const counted = await one.count();
  expect(counted.some((line) => line.startsWith('2027'))).toBe(false);
  expect(counted).toContain('2026 dossiers agencies=1');
});

test('what was counted from samples is gone with them, also of periods long closed', async () => {
  using one = await opening();
  await one.take([done('1', '2025-12-20')], { source: 'samples', sample: true });
  await one.count();
  expect(await one.known()).toContain('2026 dossiers-sample');
  await one.dossiers.removeSource('samples');
  expect(await one.count()).toEqual(['2026 dossiers-sample agencies=0']);
  expect(await one.known()).toEqual([]);
  expect(await one.count()).toEqual([]);
});

test('samples of a later day make no real list out of date, and nothing of them stays when they go', async () => {
  using one = await opening();
  const real = [done('1', '2025-12-20'), dossierOf({ code: '2', agency: NHA_TRANG })];
  await one.take(real);
  await one.take([done('3', '2025-12-20', { agency: LOC_THO })], {
    source: 'samples',
    sample: true,
    asOf: at('2026-12-01 06:00'),
  });
  await one.count();
  const counted = () => one.open.knowledge.counted.readings(NHA_TRANG, YEAR);
  const beside = await counted();
  expect(await one.known(LOC_THO)).toContain('2026 dossiers-sample');
  await one.dossiers.removeSource('samples');
  await one.count();
  expect(await one.known(LOC_THO)).toEqual([]);
  expect(await counted()).toEqual(beside);
  const [{ snapshot, figure } = NOBODY, ...others] = beside;
  expect(others).toEqual([]);
  expect(`${snapshot?.scope ?? ''} ${snapshot?.asOf.toString() ?? ''}`).toBe('dossiers 2026-11-24');
  // Due on the 23rd: what was late on the day of the list, not on that of the samples.
  expect(figure?.counts).toMatchObject({ received: 2, pendingOverdue: 1 });
});

test('samples of an earlier day take the place of those of a later one', async () => {
  using one = await opening();
  const samples = { source: 'samples', sample: true } as const;
  await one.take([done('1', '2025-12-20')], { ...samples, asOf: at('2026-12-01 06:00') });
  await one.count();
  await one.dossiers.removeSource('samples');
  await one.take([done('2', '2025-12-20'), done('3', '2025-12-20')], samples);
  await one.count();
  const [reading] = await one.open.knowledge.counted.readings(NHA_TRANG, YEAR);
  expect(reading?.figure.counts.received).toBe(2);
});

test('lists that began late in the first month of a period do not show all of it', async () => {
  using one = await opening();
  await one.take([done('1', '2026-10-12')]);
  expect(await one.count()).toContain('2026-Q4 dossiers-part agencies=1');
});

test('people who ask meanwhile are answered between two passes over the dossiers', async () => {
  using one = await opening();
  await one.take([done('1', '2025-12-20')]);
  const { dossiers, ...room } = countingIn(one.open);
  const passes: number[] = [];
  let turns = 0;
  let immediate = setImmediate(function turn() {
    turns += 1;
    immediate = setImmediate(turn);
  });
  const countsIn: typeof dossiers.countsIn = (asked) => {
    passes.push(turns);
    return dossiers.countsIn(asked);
  };
  const lists: typeof dossiers.lists = (agency) => dossiers.lists(agency);
  await countLists({ ...room, dossiers: { countsIn, lists } }, { dry: false });
  clearImmediate(immediate);
  expect(passes.length).toBeGreaterThan(4);
  expect(new Set(passes).size).toBe(passes.length);
});

test('first lists are counted at once, later ones in the night', async () => {
  using one = await opening();
  await one.countFirst();
  expect(await one.known()).toEqual([]);
  await one.take([done('1', '2025-12-20')]);
  await one.countFirst();
  const [first] = await one.open.knowledge.counted.readings(NHA_TRANG, YEAR);
  await one.take([done('2', '2025-12-21')], { contentHash: 'b'.repeat(64) });
  await one.countFirst();
  const [later] = await one.open.knowledge.counted.readings(NHA_TRANG, YEAR);
  expect(first?.figure.counts.received).toBe(1);
  expect(later).toEqual(first);
});

test('when closed dossiers are forgotten nothing that was counted changes', async () => {
  using one = await opening();
  await one.take([
    done('1', '2025-12-20'),
    done('2', '2026-09-18', { currentDueAt: at('2026-09-16') }),
    done('3', '2026-11-20'),
    dossierOf({ code: '4', agency: NHA_TRANG, currentDueAt: at('2026-11-20') }),
  ]);
  await one.count();
  const counted = () => one.open.knowledge.counted.readings(NHA_TRANG);
  const before = await counted();
  expect(await one.dossiers.purge(at('2026-11-25'))).toBe(3);
  await one.count();
  expect(await counted()).toEqual(before);
  expect(before.map(({ snapshot }) => snapshot.period)).toContain(QUARTER);
});
