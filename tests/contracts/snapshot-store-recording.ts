import { describe, expect, test } from 'vitest';

import { PeriodKey } from '../../src/calendar/period.ts';
import type { Snapshot } from '../../src/snapshots/snapshot.ts';
import type { Quarantined } from '../../src/snapshots/store.ts';
import {
  CAM_RANH,
  day,
  figureOf,
  NHA_TRANG,
  plain,
  snapshotOf,
  statementOf,
  YEAR_2023,
} from './sample-snapshots.ts';
import type { OpenStore } from './snapshot-store-contract.ts';

const received = (count: number): Snapshot['figures'] => [figureOf(NHA_TRANG, { received: count })];
const later = Temporal.Instant.from('2024-03-01T00:00:00Z');

/** What becomes of snapshots and refused payloads on the way in. */
export function describeRecording(open: OpenStore): void {
  describe('recording', () => {
    test('the first snapshot of a series is stored', async () => {
      await using opened = await open();
      expect(await opened.store.isEmpty()).toBe(true);
      expect(await opened.store.record(snapshotOf())).toMatchObject({ kind: 'stored' });
      expect(await opened.store.isEmpty()).toBe(false);
    });

    test('the same content again stores nothing, whenever it was fetched', async () => {
      await using opened = await open();
      const { store } = opened;
      const first = await store.record(snapshotOf({ figures: received(1) }));
      const again = await store.record(snapshotOf({ figures: received(1), fetchedAt: later }));
      expect(again).toEqual({ kind: 'unchanged', id: first.id });
      expect(await store.history(NHA_TRANG, YEAR_2023)).toHaveLength(1);
    });

    test('the revision changes with every snapshot, and only then', async () => {
      await using opened = await open();
      const { store } = opened;
      const revisions = [store.revision()];
      for (const count of [1, 1, 2]) {
        await store.record(snapshotOf({ figures: received(count) }));
        await store.readings(NHA_TRANG);
        revisions.push(store.revision());
      }
      expect(revisions.map((revision) => revisions.indexOf(revision))).toEqual([0, 1, 1, 3]);
    });

    test('changed content of the same day is a restatement and keeps both versions', async () => {
      await using opened = await open();
      const { store } = opened;
      const first = await store.record(snapshotOf({ figures: received(1) }));
      const second = await store.record(snapshotOf({ figures: received(2) }));
      expect(second).toEqual({ kind: 'restated', id: second.id, previous: first.id });
      expect(second.id).toBeGreaterThan(first.id);
      const versions = await store.history(NHA_TRANG, YEAR_2023);
      expect(versions.map(({ figure }) => figure.counts.received)).toEqual([1, 2]);
      const current = await store.readings(NHA_TRANG);
      expect(current.map(({ snapshot }) => snapshot.id)).toEqual([second.id]);
    });

    test('a source that takes a change back has changed again', async () => {
      await using opened = await open();
      const { store } = opened;
      await store.record(snapshotOf({ figures: received(1) }));
      const wrong = await store.record(snapshotOf({ figures: received(2) }));
      const right = await store.record(snapshotOf({ figures: received(1) }));
      expect(right).toEqual({ kind: 'restated', id: right.id, previous: wrong.id });
      const [current] = await store.readings(NHA_TRANG);
      expect(current?.figure.counts.received).toBe(1);
    });

    test('a running period polled daily is stored day by day', async () => {
      await using opened = await open();
      const { store } = opened;
      const kinds: string[] = [];
      for (const asOf of ['2023-06-01', '2023-06-02', '2023-06-02', '2023-06-03'].map(day)) {
        const { kind } = await store.record(snapshotOf({ asOf, figures: received(asOf.day) }));
        kinds.push(kind);
      }
      expect(kinds).toEqual(['stored', 'stored', 'unchanged', 'stored']);
      const [current, ...others] = await store.readings(NHA_TRANG, YEAR_2023);
      expect(others).toEqual([]);
      expect(current?.snapshot.asOf.toString()).toBe('2023-06-03');
    });

    test('an older day that arrives late does not become current', async () => {
      await using opened = await open();
      const { store } = opened;
      const asOf = day('2023-06-30');
      const newest = await store.record(snapshotOf({ figures: received(2) }));
      const late = await store.record(snapshotOf({ asOf, figures: received(1) }));
      expect(late.kind).toBe('stored');
      expect(await store.record(snapshotOf({ asOf, figures: received(1) }))).toEqual({
        kind: 'unchanged',
        id: late.id,
      });
      const corrected = await store.record(snapshotOf({ asOf, figures: received(3) }));
      expect(corrected).toMatchObject({ kind: 'restated', previous: late.id });
      expect((await store.heads()).map(({ id }) => id)).toEqual([newest.id]);
      const versions = await store.history(NHA_TRANG, YEAR_2023);
      expect(versions.map(({ snapshot }) => snapshot.id)).toEqual([
        late.id,
        corrected.id,
        newest.id,
      ]);
    });

    test.each<[string, Parameters<typeof snapshotOf>[0]]>([
      ['document', { document: { number: '56/BC-UBND' } }],
      ['document without a number', { document: { number: null } }],
      ['place in the document', { document: { place: 'mục I.2.2' } }],
      ['scope', { scope: 'all-systems' }],
      ['period', { period: PeriodKey.parse('2023-Q4') }],
    ])('another %s is another series', async (_what, difference) => {
      await using opened = await open();
      const { store } = opened;
      await store.record(snapshotOf());
      expect(await store.record(snapshotOf(difference))).toMatchObject({ kind: 'stored' });
      expect(await store.record(snapshotOf(difference))).toMatchObject({ kind: 'unchanged' });
      expect(await store.heads()).toHaveLength(2);
    });

    test('a numbered document is one, whoever reads it', async () => {
      await using opened = await open();
      const { store } = opened;
      const first = await store.record(snapshotOf({ figures: received(1) }));
      const again = { source: 'file', fetchedAt: later };
      expect(await store.record(snapshotOf({ ...again, figures: received(1) }))).toEqual({
        kind: 'unchanged',
        id: first.id,
      });
      const corrected = await store.record(snapshotOf({ ...again, figures: received(2) }));
      expect(corrected).toMatchObject({ kind: 'restated', previous: first.id });
      const heads = await store.heads();
      expect(heads.map(({ id, source }) => [id, source])).toEqual([[corrected.id, 'file']]);
    });

    test('of tables without a number each source has its own, even if they say the same', async () => {
      await using opened = await open();
      const { store } = opened;
      const document = { number: null };
      await store.record(snapshotOf({ document, figures: received(1) }));
      for (const kind of ['stored', 'unchanged']) {
        const other = snapshotOf({ document, source: 'file', figures: received(1) });
        expect(await store.record(other)).toMatchObject({ kind });
      }
      expect(await store.heads()).toHaveLength(2);
    });

    test.each<[string, RegExp, Partial<Snapshot>]>([
      [
        'the same agency twice',
        /unique/iu,
        { figures: [figureOf(NHA_TRANG), figureOf(NHA_TRANG)] },
      ],
      [
        'a field without a name',
        /needs a name/u,
        { figures: [{ ...figureOf(NHA_TRANG), field: '' }] },
      ],
      [
        'a negative count',
        /constraint/iu,
        { figures: [...received(1), figureOf(CAM_RANH, { pending: -1 })] },
      ],
      [
        'half a dossier',
        /integer/iu,
        { figures: [...received(1), figureOf(CAM_RANH, { pending: 0.5 })] },
      ],
      [
        'a negative rate',
        /constraint/iu,
        { figures: received(1), statements: [statementOf({ rate: -1 })] },
      ],
    ])('a snapshot with %s is refused as a whole', async (_what, complaint, rows) => {
      await using opened = await open();
      const { store } = opened;
      await expect(store.record(snapshotOf(rows))).rejects.toThrow(complaint);
      expect(await store.isEmpty()).toBe(true);
      expect(await store.readings(NHA_TRANG)).toEqual([]);
      expect(await store.record(snapshotOf({ figures: received(1) }))).toMatchObject({
        kind: 'stored',
      });
    });
  });

  describe('quarantine', () => {
    const SLOW = { timeout: 60_000 };
    const refused: Quarantined = {
      source: 'file',
      origin: 'figures.csv',
      contentHash: 'a'.repeat(64),
      at: Temporal.Instant.from('2024-01-01T00:00:00Z'),
      problems: [{ code: 'negativeCount', place: 'dòng 12, cột received', detail: '-5' }],
    };

    test('refused payloads come back as they were, the latest first, and store no snapshot', async () => {
      await using opened = await open();
      const { store } = opened;
      const other = { ...refused, origin: 'other.csv', at: later };
      await store.quarantine(refused);
      await store.quarantine(other);
      expect(plain(await store.quarantined())).toEqual(plain([other, refused]));
      expect(await store.isEmpty()).toBe(true);
    });

    test(
      'of a source that is refused every minute the newest are kept, and those of others',
      SLOW,
      async () => {
        await using opened = await open();
        const { store } = opened;
        const minute = (at: number) => ({
          ...refused,
          source: 'mot-cua',
          contentHash: String(at),
          at: later.add({ minutes: at }),
        });
        await store.quarantine(refused);
        for (let at = 0; at < 510; at += 1) await store.quarantine(minute(at));
        const all = { from: refused.at, to: later.add({ hours: 24 }) };
        expect(plain(await store.quarantinedIn(all, 2))).toEqual(
          plain({ newest: [minute(509), minute(508)], count: 501 }),
        );
        const hour = { from: minute(300).at, to: minute(359).at };
        expect(await store.quarantinedIn(hour, 0)).toEqual({ newest: [], count: 60 });
        expect(await store.forgetQuarantined(minute(500).at)).toBe(491);
        expect(await store.quarantined()).toHaveLength(10);
      },
    );

    test('the same payload refused again is one entry with what was said last', async () => {
      await using opened = await open();
      const { store } = opened;
      const again = { ...refused, at: later, problems: [] };
      await store.quarantine(refused);
      await store.quarantine(again);
      expect(plain(await store.quarantined())).toEqual(plain([again]));
    });
  });
}
