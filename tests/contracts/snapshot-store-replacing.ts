import { describe, expect, test } from 'vitest';

import type { Snapshot } from '../../src/snapshots/snapshot.ts';
import {
  CAM_RANH,
  day,
  figureOf,
  NHA_TRANG,
  plain,
  snapshotOf,
  statementOf,
} from './sample-snapshots.ts';
import type { OpenStore } from './snapshot-store-contract.ts';

const received = (count: number): Snapshot['figures'] => [figureOf(NHA_TRANG, { received: count })];

const stating = (rate: number) => [
  statementOf({ rate }),
  statementOf({ metric: 'postal' }),
  statementOf({ field: 'Đất đai' }),
  statementOf({ agency: CAM_RANH }),
];

/** What the store tells of versions that a later one put aside. */
export function describeReplacing(open: OpenStore): void {
  describe('replaced versions', () => {
    test('are those of the same series and day, newest first, with what they say of an agency', async () => {
      await using opened = await open();
      const { store } = opened;
      const ids = [];
      for (const count of [1, 2, 3]) {
        ids.push((await store.record(snapshotOf({ figures: received(count) }))).id);
      }
      const [first, second, third] = ids;
      if (third === undefined) throw new Error('not recorded');
      const heads = await store.replacedHeads(third);
      expect(heads.map(({ id }) => id)).toEqual([second, first]);
      const readings = await store.replacedReadings(third, NHA_TRANG);
      expect(readings.map(({ figure }) => figure.counts.received)).toEqual([2, 1]);
      expect(plain(readings.map(({ snapshot }) => snapshot))).toEqual(plain(heads));
      expect(await store.replacedReadings(third, CAM_RANH)).toEqual([]);
    });

    test('of statements only those on the metric, all fields together', async () => {
      await using opened = await open();
      const { store } = opened;
      await store.record(snapshotOf({ statements: stating(6867) }));
      const { id } = await store.record(snapshotOf({ statements: stating(6900) }));
      const about = { agency: NHA_TRANG, metric: 'online' } as const;
      const statements = await store.replacedStatements(id, about);
      expect(statements.map(({ statement }) => statement.rate)).toEqual([6867]);
    });

    test.each<[string, Parameters<typeof snapshotOf>[0]]>([
      ['another day', { asOf: day('2023-12-13') }],
      ['another scope', { scope: 'all-systems' }],
      ['another document', { document: { number: '56/BC-UBND' } }],
      ['another table without a number', { source: 'file', document: { number: null } }],
    ])('%s is not replaced', async (_what, difference) => {
      await using opened = await open();
      const { store } = opened;
      await store.record(snapshotOf({ ...difference, figures: received(1) }));
      const { id } = await store.record(snapshotOf({ figures: received(2) }));
      expect(await store.replacedHeads(id)).toEqual([]);
      expect(await store.replacedReadings(id, NHA_TRANG)).toEqual([]);
    });

    test('the first version has replaced nothing, though there are later ones', async () => {
      await using opened = await open();
      const { store } = opened;
      const { id } = await store.record(snapshotOf({ figures: received(1) }));
      await store.record(snapshotOf({ figures: received(2) }));
      expect(await store.replacedHeads(id)).toEqual([]);
    });
  });
}
