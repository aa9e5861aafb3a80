import { describe, expect, test } from 'vitest';

import type { AuditEntry, AuditStore } from '../../src/audit/store.ts';
import { SnapshotId } from '../../src/snapshots/snapshot.ts';

const NOON = Temporal.Instant.from('2026-11-21T05:00:00Z');

/** An answer in the group of a ward, with differences. */
export function auditEntryOf(differences: Partial<AuditEntry> = {}): AuditEntry {
  return {
    at: NOON,
    channel: 'telegram',
    chat: '-100',
    person: '5',
    role: 'agency',
    typed: 'Nha Trang trễ hạn bao nhiêu?',
    asked: '/tre-han UBND thành phố Nha Trang #tp-nha-trang',
    headline: '0,77% hồ sơ trễ hạn — UBND thành phố Nha Trang, năm 2023',
    replyHash: 'x'.repeat(43),
    list: null,
    snapshots: [SnapshotId.parse(2)],
    revision: 5,
    ...differences,
  };
}

const ids = (...numbers: readonly number[]) => numbers.map((id) => SnapshotId.parse(id));

/** What every audit store owes, whatever keeps it. */
export function describeAuditStore(name: string, open: () => AuditStore & Disposable): void {
  describe(`${name}: account of what was said`, () => {
    test('an entry is found again by its code, in any case and with gaps', async () => {
      using store = open();
      await store.add([auditEntryOf(), auditEntryOf({ role: null, asked: null, snapshots: [] })]);
      const [one] = await store.latest(9);
      const code = one?.code ?? '';
      expect(await store.find(code)).toEqual({ ...auditEntryOf(), code });
      const asTyped = ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `;
      expect(await store.find(asTyped)).toEqual({ ...auditEntryOf(), code });
    });

    test('the list that an answer named is kept as it was', async () => {
      using store = open();
      const list = { source: 'mot-cua', origin: 'ds-231126.xlsx', asOf: NOON };
      await store.add([auditEntryOf({ list })]);
      const [kept] = await store.latest(1);
      expect(kept?.list).toMatchObject({ source: list.source, origin: list.origin });
      expect(kept?.list?.asOf.equals(NOON)).toBe(true);
    });

    test.each(['', 'K7P', 'ooiill', '#######', '9FT9S2'])(
      'nothing is found by %j',
      async (code) => {
        using store = open();
        await store.add([auditEntryOf()]);
        expect(await store.find(code)).toBeNull();
      },
    );

    test('the latest answers and pushes come newest first, without refusals', async () => {
      using store = open();
      const push = { person: null, role: null, asked: null, typed: 'morning-list/2026-11-23' };
      const refusal = { asked: null, headline: 'Chưa được kết nối' };
      await store.add(
        [{ typed: '1' }, push, refusal, { typed: '2' }].map((differences) =>
          auditEntryOf(differences),
        ),
      );
      expect((await store.latest(9)).map(({ typed }) => typed)).toEqual(['2', push.typed, '1']);
      expect((await store.latest(1)).map(({ typed }) => typed)).toEqual(['2']);
    });

    test('of one chat only what was said there', async () => {
      using store = open();
      await store.add([
        auditEntryOf({ typed: '1' }),
        auditEntryOf({ typed: '2', chat: '-200' }),
        auditEntryOf({ typed: '3', channel: 'zalo' }),
      ]);
      const there = await store.latest(9, { channel: 'telegram', chat: '-100' });
      expect(there.map(({ typed }) => typed)).toEqual(['1']);
    });

    test('what was told of snapshots is found, of each chat the newest first', async () => {
      using store = open();
      await store.add([
        auditEntryOf({ typed: '1', snapshots: ids(2) }),
        auditEntryOf({ typed: '2', snapshots: ids(3), chat: '-200' }),
        auditEntryOf({ typed: 'refused', snapshots: ids(2), asked: null }),
        auditEntryOf({ typed: 'another', snapshots: ids(4) }),
        auditEntryOf({ typed: '3', snapshots: ids(4, 3) }),
        auditEntryOf({ typed: '4', snapshots: ids(2), person: null, asked: null }),
      ]);
      const told = await store.toldOf(ids(2, 3));
      expect(told.map(({ chat, typed }) => `${chat} ${typed}`)).toEqual([
        '-100 4',
        '-100 3',
        '-100 1',
        '-200 2',
      ]);
      expect(await store.toldOf([])).toEqual([]);
      expect(await store.toldOf(ids(5))).toEqual([]);
    });

    test('what is older than a moment is forgotten, and its code with it', async () => {
      using store = open();
      await store.add([auditEntryOf({ at: NOON.subtract({ seconds: 1 }) }), auditEntryOf()]);
      const old = (await store.latest(9)).at(-1)?.code ?? '';
      expect(await store.forgetBefore(NOON)).toBe(1);
      expect(await store.find(old)).toBeNull();
      expect(await store.latest(9)).toHaveLength(1);
    });
  });
}
