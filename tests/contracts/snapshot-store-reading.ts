import { describe, expect, test } from 'vitest';

import { PeriodKey } from '../../src/calendar/period.ts';
import { contentHash } from '../../src/snapshots/content-hash.ts';
import {
  CAM_LAM,
  CAM_RANH,
  day,
  figureOf,
  HALF_2023,
  NHA_TRANG,
  plain,
  snapshotOf,
  YEAR_2023,
} from './sample-snapshots.ts';
import type { OpenStore } from './snapshot-store-contract.ts';

const LAND = 'Lĩnh vực Đất đai';
const BUILDING = 'Lĩnh vực Hoạt động xây dựng';

/** What the store answers about snapshots and their figures. */
export function describeReading(open: OpenStore): void {
  test('a new store answers every question with nothing', async () => {
    await using opened = await open();
    const { store } = opened;
    const answers = [
      store.readings(NHA_TRANG),
      store.readings(NHA_TRANG, YEAR_2023),
      store.fieldReadings(NHA_TRANG, YEAR_2023),
      store.readingsOf([NHA_TRANG], { period: YEAR_2023, scope: 'one-stop' }),
      store.statements(NHA_TRANG, 'online'),
      store.statements(NHA_TRANG, 'online', YEAR_2023),
      store.fieldStatements(NHA_TRANG, YEAR_2023),
      store.history(NHA_TRANG, YEAR_2023),
      store.findings(),
      store.findings(NHA_TRANG),
      store.heads(),
      store.quarantined(),
    ];
    expect((await Promise.all(answers)).flat()).toEqual([]);
  });

  describe('heads', () => {
    test('a head comes back as it was recorded, to the nanosecond', async () => {
      await using opened = await open();
      const { store } = opened;
      const snapshot = snapshotOf();
      const { id } = await store.record(snapshot);
      const { figures, statements, findings, ...head } = snapshot;
      expect([figures, statements, findings]).toEqual([[], [], []]);
      const stored = plain([{ ...head, id, contentHash: contentHash(snapshot) }]);
      expect(plain(await store.heads())).toEqual(stored);
    });

    test('what a document does not state stays unsaid', async () => {
      await using opened = await open();
      const { store } = opened;
      const document = { number: null, issuedOn: null };
      await store.record(snapshotOf({ document, formula: null }));
      const [head] = await store.heads();
      expect(head).toMatchObject({ document, formula: null });
    });

    test('the newest period end comes first', async () => {
      await using opened = await open();
      const { store } = opened;
      const keys = ['2023-H1', '2023-12-15..2024-01-20', '2022', '2023', '2023-M06'];
      const asOf = day('2022-01-01');
      for (const key of keys)
        await store.record(snapshotOf({ period: PeriodKey.parse(key), asOf }));
      const order = (await store.heads()).map(({ period }) => period);
      expect(order.slice(0, 2)).toEqual(['2023-12-15..2024-01-20', '2023']);
      // 2023-H1 and 2023-M06 end on the same day: the one stored last comes first.
      expect(order.slice(2)).toEqual(['2023-M06', '2023-H1', '2022']);
    });
  });

  describe('figures', () => {
    test('every count comes back, zero as zero and unknown as unknown', async () => {
      await using opened = await open();
      const { store } = opened;
      const figure = {
        ...figureOf(NHA_TRANG),
        printedOverdue: 77,
        counts: {
          received: 0,
          receivedOnline: 1,
          receivedDirectOrPostal: 2,
          carriedOver: null,
          resolved: 3,
          resolvedEarly: 4,
          resolvedOnTime: 5,
          resolvedOverdue: 6,
          pending: 7,
          pendingWithin: 8,
          pendingOverdue: Number.MAX_SAFE_INTEGER,
        },
      };
      await store.record(snapshotOf({ figures: [figure] }));
      const [reading] = await store.readings(NHA_TRANG, YEAR_2023);
      expect(reading?.figure).toEqual(figure);
    });

    test('readings are those of all fields together, fields have a question of their own', async () => {
      await using opened = await open();
      const { store } = opened;
      const whole = figureOf(NHA_TRANG, { received: 3 });
      const land = { ...figureOf(NHA_TRANG, { received: 2 }), field: LAND };
      const building = { ...figureOf(NHA_TRANG, { received: 1 }), field: BUILDING };
      const elsewhere = { ...figureOf(CAM_RANH), field: LAND };
      await store.record(snapshotOf({ figures: [land, whole, elsewhere, building] }));
      expect((await store.readings(NHA_TRANG)).map(({ figure }) => figure)).toEqual([whole]);
      const fields = (await store.fieldReadings(NHA_TRANG, YEAR_2023)).map(({ figure }) => figure);
      expect(fields).toHaveLength(2);
      expect(fields).toEqual(expect.arrayContaining([land, building]));
      expect(await store.fieldReadings(NHA_TRANG, HALF_2023)).toEqual([]);
    });

    test('a period narrows, and without one the newest period end comes first', async () => {
      await using opened = await open();
      const { store } = opened;
      const figures = [figureOf(NHA_TRANG)];
      for (const period of [HALF_2023, YEAR_2023, PeriodKey.parse('2022')]) {
        await store.record(snapshotOf({ period, figures }));
      }
      const periods = (await store.readings(NHA_TRANG)).map(({ snapshot }) => snapshot.period);
      expect(periods).toEqual(['2023', '2023-H1', '2022']);
      const [half, ...others] = await store.readings(NHA_TRANG, HALF_2023);
      expect(half?.snapshot.period).toBe('2023-H1');
      expect(others).toEqual([]);
    });

    test('an agency has one current reading for each scope of a period, never mixed', async () => {
      await using opened = await open();
      const { store } = opened;
      const scopes = ['all-systems', 'one-stop'];
      for (const [count, scope] of scopes.entries()) {
        await store.record(
          snapshotOf({ scope, figures: [figureOf(NHA_TRANG, { received: count })] }),
        );
      }
      const found = (await store.readings(NHA_TRANG, YEAR_2023)).map(
        ({ snapshot }) => snapshot.scope,
      );
      expect(found).toEqual(['one-stop', 'all-systems']);
      const asked = { period: YEAR_2023, scope: 'one-stop' };
      const [only, ...others] = await store.readingsOf([NHA_TRANG], asked);
      expect(only?.figure.counts.received).toBe(1);
      expect(others).toEqual([]);
    });

    test('of several agencies only those asked for are read, and only current figures', async () => {
      await using opened = await open();
      const { store } = opened;
      const versions = [1, 2].map((count) =>
        [NHA_TRANG, CAM_RANH, CAM_LAM].map((agency) => figureOf(agency, { received: count })),
      );
      for (const figures of versions) await store.record(snapshotOf({ figures }));
      const asked = { period: YEAR_2023, scope: 'one-stop' };
      const readings = await store.readingsOf([CAM_LAM, NHA_TRANG], asked);
      const found = readings.map(({ figure }) => [figure.agency, figure.counts.received] as const);
      expect(new Map(found)).toEqual(
        new Map([
          [CAM_LAM, 2],
          [NHA_TRANG, 2],
        ]),
      );
      expect(found).toHaveLength(2);
      expect(await store.readingsOf([], asked)).toEqual([]);
    });

    test('an agency that the newest snapshot leaves out has no current reading', async () => {
      await using opened = await open();
      const { store } = opened;
      await store.record(snapshotOf({ figures: [figureOf(NHA_TRANG)] }));
      await store.record(snapshotOf({ figures: [figureOf(CAM_RANH)] }));
      expect(await store.readings(NHA_TRANG)).toEqual([]);
      expect(await store.history(NHA_TRANG, YEAR_2023)).toHaveLength(1);
    });

    test('history is oldest first by the last day covered', async () => {
      await using opened = await open();
      const { store } = opened;
      for (const asOf of ['2023-03-01', '2023-02-01', '2023-04-01'].map(day)) {
        await store.record(snapshotOf({ asOf, figures: [figureOf(NHA_TRANG)] }));
      }
      const days = (await store.history(NHA_TRANG, YEAR_2023)).map(
        ({ snapshot }) => snapshot.asOf.month,
      );
      expect(days).toEqual([2, 3, 4]);
    });
  });
}
