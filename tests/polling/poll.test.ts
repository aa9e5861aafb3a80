import { describe, expect, test } from 'vitest';

import { fixedClock } from '../../src/clock.ts';
import { SourceUnreadable } from '../../src/errors.ts';
import { poll } from '../../src/polling/poll.ts';
import { healthStore } from '../../src/storage/health-store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { directory, figure, read, reading, refused, sourceOf } from './readings.ts';
import { shelf } from './shelf.ts';

const now = Temporal.Instant.from('2024-03-01T00:00:00Z');
const clock = fixedClock(now);
const NONE = { stored: 0, restated: 0, unchanged: 0, new: 0, refused: 0 };

describe('what is stored', () => {
  test('a reading with its source, the moment and what was found in it', async () => {
    const store = shelf();
    const wrong = figure('so-y-te', { resolvedEarly: 0, resolvedOnTime: 98 });
    await poll(sourceOf([read('a.csv', reading([wrong]))]), { store, directory, clock });
    const [snapshot] = store.snapshots;
    expect(snapshot?.source).toBe('file');
    expect(snapshot?.fetchedAt.equals(now)).toBe(true);
    expect(snapshot?.findings.map(({ code }) => code)).toContain('rowDoesNotAddUp');
  });

  test('the same again adds nothing, something else is a restatement', async () => {
    const store = shelf();
    const intake = { store, directory, clock };
    const first = sourceOf([read('a.csv', reading([figure('so-y-te')]))]);
    const corrected = sourceOf([read('b.csv', reading([figure('so-y-te', { resolved: 101 })]))]);
    expect((await poll(first, intake)).counts).toEqual({ ...NONE, stored: 1 });
    expect((await poll(first, intake)).counts).toEqual({ ...NONE, unchanged: 1 });
    expect(store.snapshots).toHaveLength(1);
    expect((await poll(corrected, intake)).counts).toEqual({ ...NONE, restated: 1 });
    expect(store.snapshots).toHaveLength(2);
  });

  test('every reading of a payload', async () => {
    const store = shelf();
    const payload = read(
      'a.xlsx',
      reading([figure('so-y-te')], 'I'),
      reading([figure('so-tu-phap')], 'II'),
    );
    const { payloads } = await poll(sourceOf([payload]), { store, directory, clock });
    expect(store.snapshots.map(({ document }) => document.place)).toEqual(['I', 'II']);
    expect(payloads).toEqual([
      {
        kind: 'taken',
        origin: 'a.xlsx',
        readings: [
          expect.objectContaining({ outcome: 'stored', period: '2023', figures: 1, statements: 0 }),
          expect.objectContaining({ outcome: 'stored', period: '2023', figures: 1, statements: 0 }),
        ],
      },
    ]);
  });
});

describe('what is set aside', () => {
  test('a refused payload, with its reason; the good one stays as it was', async () => {
    const store = shelf();
    const intake = { store, directory, clock };
    await poll(sourceOf([read('a.csv', reading([figure('so-y-te')]))]), intake);
    const { counts } = await poll(sourceOf([refused('a.csv', 'negative')]), intake);
    expect(counts).toEqual({ ...NONE, refused: 1 });
    expect(store.snapshots).toHaveLength(1);
    expect(store.setAside).toEqual([
      {
        source: 'file',
        origin: 'a.csv',
        contentHash: 'hash of a.csv',
        at: now,
        problems: [{ code: 'negative', place: 'a.csv:3:E', detail: '-5' }],
      },
    ]);
  });

  test('a payload with one bad reading, whole', async () => {
    const store = shelf();
    const payload = read(
      'a.xlsx',
      reading([figure('so-y-te')], 'I'),
      reading([figure('so-khong-co')], 'II'),
    );
    const { payloads } = await poll(sourceOf([payload]), { store, directory, clock });
    expect(store.snapshots).toEqual([]);
    expect(store.setAside).toHaveLength(1);
    expect(payloads).toEqual([
      {
        kind: 'refused',
        origin: 'a.xlsx',
        problems: [{ code: 'unknownAgency', place: 'a.xlsx', detail: 'so-khong-co' }],
      },
    ]);
  });

  test('one agency twice in a reading', async () => {
    const store = shelf();
    const payload = read(
      'a.yaml',
      reading([figure('so-y-te'), figure('so-y-te', { resolved: 7 })]),
    );
    await poll(sourceOf([payload]), { store, directory, clock });
    expect(store.setAside[0]?.problems.map(({ code }) => code)).toEqual(['duplicateRow']);
    expect(store.snapshots).toEqual([]);
  });

  test.each(['fileMissing', 'isFolder'])('not what never arrived: %s', async (code) => {
    const store = shelf();
    const { counts } = await poll(sourceOf([refused('a.csv', code)]), { store, directory, clock });
    expect(counts.refused).toBe(1);
    expect(store.setAside).toEqual([]);
  });
});

describe('the round', () => {
  test('goes on after a bad payload and tells of each as it comes', async () => {
    const store = shelf();
    const told: string[] = [];
    const payloads = [
      read('a.csv', reading([figure('so-y-te')], 'I')),
      refused('b.csv', 'empty'),
      read('c.csv', reading([figure('so-tu-phap')], 'II')),
    ];
    const { counts } = await poll(
      sourceOf(payloads),
      { store, directory, clock },
      {
        onTaken: ({ kind, origin }) =>
          told.push(`${kind} ${origin}, ${String(store.snapshots.length)} stored`),
      },
    );
    expect(counts).toEqual({ ...NONE, stored: 2, refused: 1 });
    expect(told).toEqual([
      'taken a.csv, 1 stored',
      'refused b.csv, 1 stored',
      'taken c.csv, 2 stored',
    ]);
  });

  test('a source that cannot be reached is one refusal, and keeps what came before', async () => {
    const store = shelf();
    const fault = new SourceUnreadable('/figures', [
      { code: 'sourceFailed', place: '/figures', detail: 'ENOENT' },
    ]);
    const good = read('a.csv', reading([figure('so-y-te')]));
    const { counts, payloads } = await poll(sourceOf([good], fault), { store, directory, clock });
    expect(counts).toEqual({ ...NONE, stored: 1, refused: 1 });
    expect(payloads.at(-1)).toMatchObject({ kind: 'refused', origin: '/figures' });
  });

  test('a fault of the program is not taken for a bad file', async () => {
    const store = shelf();
    const intake = { store, directory, clock };
    await expect(poll(sourceOf([], new TypeError('x')), intake)).rejects.toThrow(TypeError);
  });

  test('nor for silence of the source: keepers read that the program is at fault', async () => {
    using storage = openStorage(':memory:');
    const health = healthStore(storage);
    const watch = {
      health,
      clock,
      rhythmOf: () => ({ readBy: () => null, newBy: () => null }),
      messagesOn: async () => [],
    };
    const intake = { store: shelf(), directory, clock, watch };
    await expect(poll(sourceOf([], new TypeError('x')), intake)).rejects.toThrow(TypeError);
    expect(await health.all()).toMatchObject([
      { state: 'failed', problem: { code: 'programFailed', detail: 'TypeError' } },
    ]);
  });

  test('a dry run says what would be, and changes nothing', async () => {
    const store = shelf();
    const intake = { store, directory, clock };
    const known = read('a.csv', reading([figure('so-y-te')], 'I'));
    const fresh = read('b.csv', reading([figure('so-y-te')], 'II'));
    await poll(sourceOf([known]), intake);
    const { counts } = await poll(sourceOf([known, fresh, refused('c.csv', 'empty')]), intake, {
      dry: true,
    });
    expect(counts).toEqual({ ...NONE, unchanged: 1, new: 1, refused: 1 });
    expect(store.snapshots).toHaveLength(1);
    expect(store.setAside).toEqual([]);
  });
});
