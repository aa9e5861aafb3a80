import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { monthPeriod, quarterPeriod, yearPeriod } from '../../src/calendar/periods.ts';
import { DOSSIER_STATES } from '../../src/dossiers/dossier.ts';
import type { Dossier } from '../../src/dossiers/dossier.ts';
import type { DossierList, DossierStore, Standing } from '../../src/dossiers/store.ts';
import type { OpenDossiers } from './dossier-store-contract.ts';
import { naiveDossiers } from './naive-dossiers.ts';
import { at, dossierOf, LOC_THO, NHA_TRANG } from './sample-dossiers.ts';
import { plain } from './sample-snapshots.ts';

// Few values each, so that codes, moments and contents meet often.
const AGENCIES = [LOC_THO, NHA_TRANG];
const SOURCES = ['mot-cua', 'mau'];
const DAYS = ['2026-09-14', '2026-09-15', '2026-10-14', '2026-10-15', '2026-11-20', '2026-12-15'];

const moment = fc.constantFrom(...DAYS, ...DAYS.map((day) => `${day} 17:00`)).map(at);
const someMoment = fc.option(moment);
const word = fc.constantFrom(null, 'Đất đai', `Hộ tịch"; -- '`);

const dossier: fc.Arbitrary<Dossier> = fc
  .record({
    code: fc.constantFrom('1', '2', '3', '4', 'H32-"4'),
    agency: fc.constantFrom(...AGENCIES),
    step: word,
    field: word,
    sensitive: fc.boolean(),
    test: fc.integer({ min: 0, max: 5 }).map((number) => number === 0),
    channel: fc.constantFrom(null, 'direct', 'online', 'postal'),
    state: fc.constantFrom(...DOSSIER_STATES),
    receivedAt: fc.option(fc.constantFrom('2026-08-20', '2026-09-14 12:00').map(at)),
    originalDueAt: someMoment,
    currentDueAt: someMoment,
    closedAt: someMoment,
  })
  .map(dossierOf);

const list: fc.Arbitrary<DossierList> = fc.record({
  source: fc.constantFrom(...SOURCES),
  origin: fc.constantFrom('a.csv', 'b.csv'),
  contentHash: fc.constantFrom('a', 'b').map((letter) => letter.repeat(64)),
  completeFor: fc.constantFrom<DossierList['completeFor'][]>(
    null,
    null,
    'agenciesInIt',
    'agenciesOfSource',
    [LOC_THO],
    AGENCIES,
  ),
  asOf: fc.constantFrom(...DAYS.map((day) => `${day} 18:00`)).map(at),
  sample: fc.boolean(),
});

/** Which agency is told first is of no use to anybody. */
const byAgency = (standings: readonly Standing[]) =>
  standings.toSorted((one, other) => (one.agency < other.agency ? -1 : 1));

type Deed = (store: DossierStore) => Promise<unknown>;

const taking: fc.Arbitrary<Deed> = fc
  .record({ list, rows: fc.array(dossier, { maxLength: 6 }), dropped: fc.nat({ max: 9 }) })
  .map((taken) => async (store) => {
    // Where two sources know one code and moment, neither is told first.
    const rows = taken.rows.map((row) => ({ ...row, code: `${taken.list.source} ${row.code}` }));
    const stage = await store.stage(taken.list);
    const repeated = await stage.add(rows.slice(0, 3));
    const more = await stage.add(rows.slice(3));
    const standings = byAgency(await stage.standings());
    const changes = taken.dropped === 0 ? await stage.drop() : await stage.apply();
    return { repeated, more, standings, changes };
  });
const purging: fc.Arbitrary<Deed> = moment.map((before) => (store) => store.purge(before));
const removing: fc.Arbitrary<Deed> = fc
  .constantFrom(...SOURCES)
  .map((source) => (store) => store.removeSource(source));
const deeds = fc.array(
  fc.oneof({ weight: 8, arbitrary: taking }, { weight: 2, arbitrary: purging }, removing),
  { minLength: 1, maxLength: 12 },
);

const PERIODS = [
  monthPeriod(2026, 9),
  monthPeriod(2026, 10),
  monthPeriod(2026, 11),
  quarterPeriod(2026, 4),
  yearPeriod(2026),
  yearPeriod(2027),
];
const BOUNDS = {
  now: at('2026-09-15'),
  today: at('2026-10-14 17:00'),
  one: at('2026-10-15'),
  three: at('2026-11-20 18:00'),
};

/** Compares a store with the naive one over random lives. */
export function describeModel(open: OpenDossiers): void {
  test(
    'any lists, purges and removals leave the same answers as in a plain list',
    { timeout: 60_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(deeds, async (all) => {
          await using opened = await open();
          const model = naiveDossiers();
          for (const deed of all) {
            expect(await deed(opened.store)).toEqual(await deed(model));
          }
          expect(await everythingIn(opened.store)).toEqual(await everythingIn(model));
        }),
        { numRuns: 30 },
      );
    },
  );

  test('what is forgotten still counts in every period', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(deeds, moment, async (all, before) => {
        await using opened = await open();
        for (const deed of all) await deed(opened.store);
        const counts = await countsIn(opened.store);
        await opened.store.purge(before);
        expect(await countsIn(opened.store)).toEqual(counts);
      }),
      { numRuns: 40 },
    );
  });
}

async function countsIn(store: DossierStore) {
  const asOf = at('2027-01-01');
  const answers = PERIODS.map(async ({ from, to }) =>
    inOrder(await store.countsIn({ from, to, asOf })),
  );
  return Promise.all(answers);
}

async function everythingIn(store: DossierStore) {
  const answers: Record<string, unknown> = {
    counts: await countsIn(store),
    dueCounts: inOrder(await store.dueCounts(BOUNDS)),
    due: inOrder(await store.countDue({ from: BOUNDS.now, before: BOUNDS.three })),
    late: inOrder(await store.countDue({ before: BOUNDS.now })),
    lists: plain(await store.lists()),
  };
  for (const agency of AGENCIES) {
    answers[`due ${agency}`] = plain(await store.due(agency, BOUNDS.three));
    answers[`paused ${agency}`] = plain(await store.paused(agency));
    answers[`lists ${agency}`] = plain(await store.lists(agency));
    const between = { from: at('2026-09-15'), to: at('2026-12-15') };
    answers[`closed ${agency}`] = plain(await store.closed(agency, between));
    const dueBefore = at('2026-12-01');
    answers[`cleared ${agency}`] = await store.countCleared([agency], { ...between, dueBefore });
  }
  for (const source of SOURCES) {
    for (const origin of ['a.csv', 'b.csv']) {
      const known = { source, origin, contentHash: 'a'.repeat(64) };
      answers[`${source} ${origin} known`] = await store.isKnown(known);
    }
  }
  return answers;
}

function inOrder(counts: ReadonlyMap<string, unknown>) {
  return Array.from(counts).sort(([a], [b]) => (a < b ? -1 : 1));
}
