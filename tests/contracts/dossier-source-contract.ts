import { expect, test } from 'vitest';

import { fixedClock } from '../../src/clock.ts';
import type { DossierSource } from '../../src/polling/dossier-source.ts';
import { pollDossiers } from '../../src/polling/poll-dossiers.ts';
import { WORDED_PROBLEMS } from '../../src/replies/problem-words.ts';
import { dossierStore } from '../../src/storage/dossier-store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { snapshotStore } from '../../src/storage/snapshot-store.ts';
import { directory } from '../agencies/khanh-hoa.ts';
import { plain } from './sample-snapshots.ts';

/** A source of dossiers with what stands behind it, which lists some and can be made to change and to fail. */
export type OpenDossierSource = AsyncDisposable & {
  readonly source: DossierSource;
  /** Of one dossier, which it already listed, something is otherwise from now on. */
  changes(): void | Promise<void>;
  /** From now on nothing that can be read comes of it. */
  breaks(): void | Promise<void>;
  /** What of an applicant stands in its lists. */
  readonly applicant: RegExp;
};

const CLOCK = fixedClock(Temporal.Instant.from('2026-11-21T08:05+07:00'));

/** What taking in lists relies on, whatever a source reads and from where. */
export function describeDossierSource(open: () => Promise<OpenDossierSource>): void {
  const within = async (
    check: (
      opened: OpenDossierSource,
      once: () => ReturnType<typeof pollDossiers>,
    ) => Promise<void>,
  ): Promise<void> => {
    await using opened = await open();
    using storage = openStorage(':memory:');
    const intake = {
      dossiers: dossierStore(storage),
      snapshots: snapshotStore(storage),
      clock: CLOCK,
      directory,
    };
    await check(opened, () => pollDossiers(opened.source, intake));
  };

  test('what it lists is taken in, and known when it comes again', () =>
    within(async (_opened, once) => {
      const [first] = await once();
      expect(first).toMatchObject({ kind: 'taken', left: { count: 0 } });
      expect(first?.kind === 'taken' && first.changes.added).toBeGreaterThan(1);
      expect(await once()).toMatchObject([{ kind: 'unchanged' }]);
    }));

  test('a list says where it is from, without secrets, is known by its bytes, and can be read again', () =>
    within(async ({ source, applicant }) => {
      for await (const payload of source.fetch()) {
        expect(payload.origin).toMatch(/^[^?@]+$/u);
        if (payload.kind === 'refused') throw new Error(JSON.stringify(payload.problems));
        expect(payload.contentHash).toMatch(/^[0-9a-f]{64}$/u);
        const first = plain(await Array.fromAsync(payload.batches()));
        expect(plain(await Array.fromAsync(payload.batches()))).toEqual(first);
        expect(JSON.stringify(first)).not.toMatch(applicant);
      }
    }));

  test('rows count up from the first, each of its own', () =>
    within(async ({ source }) => {
      for await (const payload of source.fetch()) {
        if (payload.kind === 'refused') throw new Error(JSON.stringify(payload.problems));
        const batches = await Array.fromAsync(payload.batches());
        const rows = batches.flatMap(({ dossiers }) => dossiers.map(({ row }) => row));
        expect(rows).toEqual([...new Set(rows)].toSorted((a, b) => a - b));
      }
    }));

  test('what changed of one dossier is told of that one', () =>
    within(async (opened, once) => {
      await once();
      await opened.changes();
      expect(await once()).toMatchObject([{ kind: 'taken', changes: { added: 0, changed: 1 } }]);
    }));

  test('what cannot be read has words, and changes nothing', () =>
    within(async (opened, once) => {
      await once();
      await opened.breaks();
      const taken = await once();
      const problems = taken.flatMap((one) => (one.kind === 'refused' ? one.problems : []));
      expect(taken.every(({ kind }) => kind === 'refused')).toBe(true);
      expect(problems.length).toBeGreaterThan(0);
      expect(problems.filter(({ code }) => !WORDED_PROBLEMS.includes(code))).toEqual([]);
    }));
}
