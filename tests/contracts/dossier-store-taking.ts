import { describe, expect, test } from 'vitest';

import type { Dossier } from '../../src/dossiers/dossier.ts';
import type { DossierStore } from '../../src/dossiers/store.ts';
import type { OpenDossiers } from './dossier-store-contract.ts';
import { dueDossiers } from './naive-dossier-rows.ts';
import { at, dossierOf, listOf, LOC_THO, NHA_TRANG, take } from './sample-dossiers.ts';
import { plain } from './sample-snapshots.ts';

const EVER = at('2100-01-01');
const LATER = at('2026-11-21 07:00');

const dueIn = async (store: DossierStore, agency = LOC_THO) =>
  (await store.due(agency, EVER)).map(({ code }) => code);
const only = async (store: DossierStore) => (await store.due(LOC_THO, EVER))[0];
/** Of one whose clock stands all is told. */
const onlyPaused = async (store: DossierStore) => (await store.paused(LOC_THO))[0];

/** More than are taken in at once. */
const many = (differences: Partial<Dossier> = {}) =>
  Array.from({ length: 7_500 }, (_, index) => dossierOf({ code: String(index), ...differences }));

/** How lists come in. */
export function describeTaking(open: OpenDossiers): void {
  describe('a list', () => {
    test('changes nothing before it is applied, nor when it is dropped', async () => {
      await using opened = await open();
      const { store } = opened;
      const before = store.revision();
      const stage = await store.stage(listOf());
      expect(await stage.add([dossierOf()])).toEqual([]);
      expect(await dueIn(store)).toEqual([]);
      await stage.drop();
      await stage.drop();
      expect([await dueIn(store), store.revision()]).toEqual([[], before]);
      expect(await store.isKnown(listOf())).toBe(false);
    });

    test('tells which codes it shows twice, and keeps the first of them', async () => {
      await using opened = await open();
      const { store } = opened;
      const stage = await store.stage(listOf());
      const rows = [dossierOf({ code: 'a', step: 'first' }), dossierOf({ code: 'a' })];
      expect(await stage.add(rows)).toEqual(['a']);
      expect(await stage.add([dossierOf({ code: 'a' }), dossierOf({ code: 'b' })])).toEqual(['a']);
      expect(await stage.apply()).toMatchObject({ added: 2 });
      expect((await only(store))?.step).toBe('first');
    });

    test('comes back as it was, to the millisecond', async () => {
      await using opened = await open();
      const { store } = opened;
      const currentDueAt = at('2026-11-23 16:59').add({ milliseconds: 7 });
      const running = dossierOf({ code: 'a', currentDueAt });
      const paused = dossierOf({ code: 'b', currentDueAt, state: 'paymentRequested' });
      const { asOf, source } = listOf();
      await take(store, [running, paused]);
      const keptOf = (row: Dossier) => ({ ...row, source, firstSeenAt: asOf, wentBack: 0 });
      const due = plain(dueDossiers(keptOf(running)));
      expect(plain(await store.due(LOC_THO, EVER))).toEqual(due);
      expect(plain(await store.paused(LOC_THO))).toEqual(plain([keptOf(paused)]));
    });

    test('of one source knows nothing of another, though the codes are the same', async () => {
      await using opened = await open();
      const { store } = opened;
      await take(store, [dossierOf()]);
      const other = { source: 'mau', completeFor: 'agenciesInIt', sample: true } as const;
      expect(await take(store, [dossierOf()], other)).toMatchObject({ added: 1, disappeared: 0 });
      expect(await dueIn(store)).toHaveLength(2);
      expect(await store.sources()).toEqual(['mau', 'mot-cua']);
      expect(await store.removeSource('mau')).toBe(1);
      expect(await store.sources()).toEqual(['mot-cua']);
      expect(await dueIn(store)).toHaveLength(1);
      expect((await store.lists()).map(({ source }) => source)).toEqual(['mot-cua']);
    });

    test('tells how many open ones another source has, too, of the same agency and not made up', async () => {
      await using opened = await open();
      const { store } = opened;
      const rows = ['a', 'b', 'c'].map((code) => dossierOf({ code }));
      await take(store, rows);
      const again = [
        dossierOf({ code: 'a' }),
        dossierOf({ code: 'b', state: 'done' }),
        dossierOf({ code: 'c', agency: NHA_TRANG }),
        dossierOf({ code: 'd' }),
      ];
      expect(await take(store, again, { asOf: LATER })).toMatchObject({ elsewhere: 0 });
      const other = { source: 'bang-tay', sample: true };
      expect(await take(store, again, other)).toMatchObject({ elsewhere: 3 });
      const third = { source: 'cu', asOf: LATER };
      expect(await take(store, rows, third)).toMatchObject({ elsewhere: 1 });
      const done = rows.map((row) => ({ ...row, state: 'done' as const }));
      expect(await take(store, done, { ...third, source: 'xong' })).toMatchObject({ elsewhere: 0 });
      // Those of lists that were made up count nothing twice.
      const alone = dossierOf({ code: 'e' });
      await take(store, [...again, alone], { ...other, asOf: LATER });
      expect(await take(store, [alone], { source: 'mot-minh' })).toMatchObject({ elsewhere: 0 });
    });

    test('too great to come in at once tells each of those just once', async () => {
      await using opened = await open();
      const { store } = opened;
      await take(store, many());
      expect(await take(store, many(), { source: 'khac' })).toMatchObject({ elsewhere: 7_500 });
    });

    test('is of samples as soon as one dossier in it is made up', async () => {
      await using opened = await open();
      const { store } = opened;
      const sampleOnly = async () => (await store.lists()).map(({ sample }) => sample);
      await take(store, [dossierOf({ code: 'H32-MAU.1' })]);
      expect(await sampleOnly()).toEqual([false]);
      const madeUp = [dossierOf(), dossierOf({ code: 'MAU.H32.001-231215-000001' })];
      await take(store, madeUp, { asOf: LATER });
      expect(await sampleOnly()).toEqual([true]);
    });

    test('too great to come in at once changes the same, and says what', async () => {
      await using opened = await open();
      const { store } = opened;
      expect(await take(store, many())).toMatchObject({ added: 7_500, changed: 0 });
      const list = { asOf: LATER, completeFor: 'agenciesInIt' } as const;
      const rows = many({ state: 'received' }).slice(0, 7_000);
      const changes = { added: 0, changed: 7_000, disappeared: 500, wentBack: 7_000 };
      expect(await take(store, rows, list)).toMatchObject(changes);
      expect(await dueIn(store)).toHaveLength(7_000);
    });

    test('lets others in while it is taken over', async () => {
      await using opened = await open();
      const { store } = opened;
      const stage = await store.stage(listOf());
      await stage.add(many());
      const seen: number[] = [];
      const applied = stage.apply();
      const watch = async () => {
        while (!(await store.isKnown(listOf()))) {
          seen.push((await dueIn(store)).length);
          await new Promise(setImmediate);
        }
      };
      await Promise.all([applied, watch()]);
      expect(seen.some((rows) => rows > 0 && rows < 7_500)).toBe(true);
    });
  });

  describe('a dossier', () => {
    test('that gets more time keeps its first appointment and the moment it was first seen', async () => {
      await using opened = await open();
      const { store } = opened;
      const first = dossierOf({ state: 'supplementRequested' });
      await take(store, [first]);
      const due = at('2026-11-30 17:00');
      await take(store, [{ ...first, originalDueAt: due, currentDueAt: due }], { asOf: LATER });
      const kept = await onlyPaused(store);
      const moments = [kept?.originalDueAt, kept?.currentDueAt, kept?.firstSeenAt];
      expect(plain(moments)).toEqual(plain([first.originalDueAt, due, listOf().asOf]));
    });

    test('that goes back is open again, and it is told how often it did', async () => {
      await using opened = await open();
      const { store } = opened;
      const states = ['processing', 'done', 'processing', 'done', 'paymentRequested'] as const;
      for (const [day, state] of states.entries()) {
        const asOf = LATER.add({ hours: 24 * day });
        await take(store, [dossierOf({ state })], { asOf });
      }
      expect((await onlyPaused(store))?.wentBack).toBe(2);
    });

    test('that a complete list no longer shows is closed, one of another agency is not', async () => {
      await using opened = await open();
      const { store } = opened;
      const elsewhere = dossierOf({ code: 'c', agency: NHA_TRANG });
      await take(store, [dossierOf({ code: 'a' }), dossierOf({ code: 'b' }), elsewhere]);
      const list = { asOf: LATER, completeFor: 'agenciesInIt' } as const;
      expect(await take(store, [dossierOf({ code: 'b' })], list)).toMatchObject({ disappeared: 1 });
      expect([await dueIn(store), await dueIn(store, NHA_TRANG)]).toEqual([['b'], ['c']]);
      const [closed] = await store.closed(LOC_THO, { from: LATER, to: EVER });
      expect([closed?.code, closed?.state]).toEqual(['a', 'processing']);
      expect(plain(closed?.closedAt)).toBe(plain(LATER));
    });

    test('of a complete list is counted beside what is open of its agency, of its source alone', async () => {
      await using opened = await open();
      const { store } = opened;
      const codes = ['a', 'b', 'c'];
      await take(
        store,
        codes.map((code) => dossierOf({ code })),
        { completeFor: [LOC_THO] },
      );
      const newestAsOf = LATER.subtract({ hours: 1 });
      const changes = { asOf: newestAsOf, origin: 'thay-doi.csv' };
      await take(store, [dossierOf({ code: 'a' })], changes);
      const other = { source: 'khac', asOf: LATER, completeFor: 'agenciesInIt' } as const;
      await take(store, [dossierOf({ code: 'd' })], other);
      const stage = await store.stage(listOf({ asOf: LATER, completeFor: [LOC_THO, NHA_TRANG] }));
      await stage.add([dossierOf({ code: 'a' }), dossierOf({ code: 'b', state: 'done' })]);
      expect(await stage.standings()).toEqual([
        { agency: LOC_THO, before: 3, missing: 1, added: 0, newestAsOf },
        { agency: NHA_TRANG, before: 0, missing: 0, added: 0, newestAsOf: null },
      ]);
      await stage.drop();
      expect(await dueIn(store)).toHaveLength(4);
    });

    test('is closed at the moment a list tells, and until one does when it was first seen closed', async () => {
      await using opened = await open();
      const { store } = opened;
      const closings = [null, null, at('2026-11-19 10:00'), null];
      const told: unknown[] = [];
      for (const [day, closedAt] of closings.entries()) {
        const asOf = LATER.add({ hours: 24 * day });
        await take(store, [dossierOf({ state: 'done', closedAt })], { asOf });
        const all = await store.closed(LOC_THO, { from: at('2026-01-01'), to: EVER });
        told.push(...all.map((kept) => plain(kept.closedAt)));
      }
      const known = plain(closings[2]);
      expect(told).toEqual([plain(LATER), plain(LATER), known, known]);
    });

    test('is not taken back by a list older than what changed it', async () => {
      await using opened = await open();
      const { store } = opened;
      await take(store, [dossierOf({ step: 'new' })], { asOf: LATER });
      expect(await take(store, [dossierOf({ step: 'old' })])).toMatchObject({ unchanged: 1 });
      expect((await only(store))?.step).toBe('new');
    });
  });
}
