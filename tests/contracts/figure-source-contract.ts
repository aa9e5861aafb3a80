import { expect, test } from 'vitest';

import type { Directory } from '../../src/agencies/agency.ts';
import { fixedClock } from '../../src/clock.ts';
import { poll } from '../../src/polling/poll.ts';
import type { Source } from '../../src/polling/source.ts';
import { WORDED_PROBLEMS } from '../../src/replies/problem-words.ts';
import type { SnapshotStore } from '../../src/snapshots/store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { snapshotStore } from '../../src/storage/snapshot-store.ts';
import { plain } from './sample-snapshots.ts';

/** A source of figures with what stands behind it, which says something and can be made to change and to fail. */
export type OpenSource = AsyncDisposable & {
  readonly directory: Directory;
  /** The source as it is at a moment: some are asked only once a day. */
  readonly at: (now: Temporal.Instant) => Source;
  /** What it says of one agency and the same days is another number from now on. */
  restates(): void | Promise<void>;
  /** From now on nothing that can be read comes of it. */
  breaks(): void | Promise<void>;
};

const FIRST = Temporal.Instant.from('2026-11-21T08:05+07:00');
const day = (number: number) => FIRST.add({ hours: 24 * number });

const polled = ({ at, directory }: OpenSource, store: SnapshotStore, now: Temporal.Instant) =>
  poll(at(now), { store, directory, clock: fixedClock(now) });

/** What polling relies on, whatever a source reads and from where. */
export function describeFigureSource(open: () => Promise<OpenSource>): void {
  const within = async (
    check: (opened: OpenSource, store: SnapshotStore) => Promise<void>,
  ): Promise<void> => {
    await using opened = await open();
    using storage = openStorage(':memory:');
    await check(opened, snapshotStore(storage));
  };

  test('what it reads is taken in: known agencies, possible days, nothing twice', () =>
    within(async (opened, store) => {
      const { counts, payloads } = await polled(opened, store, FIRST);
      expect(payloads.filter(({ kind }) => kind === 'refused')).toEqual([]);
      expect(counts.stored).toBeGreaterThan(0);
    }));

  test('a payload says where it is from, without secrets, and is known by its bytes', () =>
    within(async ({ at }) => {
      for await (const { origin, contentHash } of at(FIRST).fetch()) {
        expect(origin).toMatch(/^[^?@]+$/u);
        expect(contentHash).toMatch(/^[0-9a-f]{64}$/u);
      }
    }));

  test('read again at the same moment it says the same', () =>
    within(async ({ at }) => {
      const readingsOf = async () => plain(await Array.fromAsync(at(FIRST).fetch()));
      expect(await readingsOf()).toEqual(await readingsOf());
    }));

  test('a number that changed is a version of its own beside the one before', () =>
    within(async (opened, store) => {
      await polled(opened, store, FIRST);
      await opened.restates();
      const { counts } = await polled(opened, store, day(1));
      expect(counts).toMatchObject({ stored: 0, restated: 1 });
    }));

  test('what cannot be read has words, and leaves the figures as they were', () =>
    within(async (opened, store) => {
      await polled(opened, store, FIRST);
      const before = plain(await store.heads());
      await opened.breaks();
      const { counts, payloads } = await polled(opened, store, day(1));
      expect(counts).toMatchObject({ stored: 0, restated: 0 });
      expect(counts.refused).toBeGreaterThan(0);
      const problems = payloads.flatMap((one) => (one.kind === 'refused' ? one.problems : []));
      expect(problems.filter(({ code }) => !WORDED_PROBLEMS.includes(code))).toEqual([]);
      expect(plain(await store.heads())).toEqual(before);
    }));
}
