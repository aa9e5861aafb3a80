import { describe, expect, test } from 'vitest';

import type { Finding } from '../../src/snapshots/finding.ts';
import { SnapshotId } from '../../src/snapshots/snapshot.ts';
import {
  CAM_RANH,
  day,
  HALF_2023,
  NHA_TRANG,
  plain,
  snapshotOf,
  YEAR_2023,
} from './sample-snapshots.ts';
import type { OpenStore } from './snapshot-store-contract.ts';

const before = { value: 100, period: YEAR_2023, asOf: day('2023-11-20') };
const column = 'received';
const agency = NHA_TRANG;

const NOTE: Finding = { code: 'receivedUnaccounted', agency, received: 9, unaccounted: 1 };
const WARNINGS: readonly Finding[] = [
  {
    code: 'partExceedsTotal',
    agency,
    field: null,
    column: 'resolvedOverdue',
    printed: 9,
    total: 'resolved',
    printedTotal: 8,
  },
  { code: 'balanceDoesNotClose', agency, received: 9, handled: 8 },
  { code: 'handledExceedReceived', agency: CAM_RANH, received: 8, handled: 9 },
  { code: 'counterRanBackwards', agency, column, before, now: 20, gross: true },
  { code: 'implausibleJump', agency, column, before, now: 900, gross: false },
  { code: 'rowDisappeared', agency: CAM_RANH, before, gross: false },
];

function disagreeing(against: number): Finding {
  const numbers = { column, here: 1, there: 2 } as const;
  const otherTable = '55/BC-UBND';
  return {
    code: 'sourcesDisagree',
    agency,
    ...numbers,
    otherTable,
    against: SnapshotId.parse(against),
  };
}

const codes = (found: readonly { readonly finding: Finding }[]) =>
  found.map(({ finding }) => finding.code);

/** What the store answers about what is to be doubted. */
export function describeDoubts(open: OpenStore): void {
  describe('doubts', () => {
    test('are the findings of a snapshot as they were recorded, without its notes', async () => {
      await using opened = await open();
      const { store } = opened;
      const { id } = await store.record(snapshotOf({ findings: [NOTE, ...WARNINGS] }));
      const doubts = await store.doubts(id);
      expect(plain(doubts.map(({ finding }) => finding))).toEqual(plain(WARNINGS));
      expect(doubts.every(({ snapshot }) => snapshot.id === id)).toBe(true);
      expect(codes(await store.findings())).toContain('receivedUnaccounted');
    });

    test('of a version that was replaced stay its own', async () => {
      await using opened = await open();
      const { store } = opened;
      const { id } = await store.record(snapshotOf({ findings: WARNINGS }));
      await store.record(snapshotOf({ formula: null }));
      expect(codes(await store.doubts(id))).toEqual(WARNINGS.map(({ code }) => code));
      expect(await store.findings()).toEqual([]);
    });

    test('between two tables belong to both, each told where it is kept', async () => {
      await using opened = await open();
      const { store } = opened;
      const first = await store.record(snapshotOf({ period: HALF_2023 }));
      const second = await store.record(snapshotOf({ findings: [disagreeing(first.id)] }));
      for (const { id } of [first, second]) {
        const [doubt, ...others] = await store.doubts(id);
        expect(doubt?.snapshot.id).toBe(second.id);
        expect(doubt?.finding).toEqual(disagreeing(first.id));
        expect(others).toEqual([]);
      }
    });

    test('between two tables end when either is replaced', async () => {
      for (const period of [HALF_2023, YEAR_2023]) {
        await using opened = await open();
        const { store } = opened;
        const first = await store.record(snapshotOf({ period: HALF_2023 }));
        const second = await store.record(snapshotOf({ findings: [disagreeing(first.id)] }));
        await store.record(snapshotOf({ period, formula: null }));
        expect(await store.findings()).toEqual([]);
        expect(await store.doubts(first.id)).toEqual([]);
        const { length } = await store.doubts(second.id);
        // What was said with a version that is gone itself is still its own history.
        expect(length).toBe(period === YEAR_2023 ? 1 : 0);
      }
    });
  });
}
