import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';

import { describe, expect, test, vi } from 'vitest';

import { choiceStore } from '../../src/storage/choice-store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { snapshotStore } from '../../src/storage/snapshot-store.ts';
import {
  figureOf,
  NHA_TRANG,
  plain,
  snapshotOf,
  statementOf,
} from '../contracts/sample-snapshots.ts';
import { describeSnapshotStore } from '../contracts/snapshot-store-contract.ts';

describeSnapshotStore('memory', async () => {
  const storage = openStorage(':memory:');
  return {
    store: snapshotStore(storage),
    [Symbol.asyncDispose]: async () => storage.close(),
  };
});

describeSnapshotStore('a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dung-hen-store-'));
  const storage = openStorage(join(folder, 'test.db'));
  return {
    store: snapshotStore(storage),
    [Symbol.asyncDispose]: async () => {
      storage.close();
      rmSync(folder, { recursive: true });
    },
  };
});

/** A storage with one snapshot that has a row in every table. */
async function filled() {
  const storage = openStorage(':memory:');
  await snapshotStore(storage).record(
    snapshotOf({
      figures: [figureOf(NHA_TRANG, { received: 1 })],
      statements: [statementOf()],
      findings: [{ code: 'rateDoesNotFollow', agency: NHA_TRANG, printed: 1, computed: 2 }],
    }),
  );
  return storage;
}

describe('what is stored is never changed, whoever speaks SQL', () => {
  test.each([
    'update snapshots set as_of = as_of',
    'delete from snapshots',
    'update figures set received = 2',
    'delete from figures',
    'insert or replace into figures (snapshot, agency, field) select snapshot, agency, field from figures',
    'update statements set rate = 1',
    'delete from statements',
    'update findings set position = 7',
    'delete from findings',
    `update series set scope = 'all-systems'`,
    'delete from series',
  ])('%s', async (sql) => {
    using storage = await filled();
    expect(() => storage.database.exec(sql)).toThrow(/are immutable/u);
  });

  test.each([
    [
      'a figure of no snapshot',
      `insert into figures (snapshot, agency, field) values (9, 'a', '')`,
    ],
    [
      'a negative count',
      `insert into figures (snapshot, agency, field, pending) values (1, 'a', '', -1)`,
    ],
    [
      'a count in words',
      `insert into figures (snapshot, agency, field, pending) values (1, 'a', '', 'x')`,
    ],
    ['a current snapshot that does not exist', 'update series set current = 9'],
  ])('nor does %s get in', async (_what, sql) => {
    using storage = await filled();
    expect(() => storage.database.exec(sql)).toThrow(/constraint|cannot store/u);
  });
});

describe('the revision', () => {
  test('does not change when a choice is kept or forgotten', async () => {
    using storage = await filled();
    const store = snapshotStore(storage);
    const before = store.revision();
    const choices = choiceStore(storage);
    const now = Temporal.Instant.from('2026-11-21T05:00:00Z');
    await choices.keep([{ channel: 'telegram', chat: '1', person: '2', send: '/tre-han' }], now);
    await choices.forgetBefore(now.add({ hours: 1 }));
    expect(store.revision()).toBe(before);
  });

  test('changes when another process records', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dung-hen-revision-'));
    try {
      using ours = openStorage(join(folder, 'test.db'), setImmediate);
      using theirs = openStorage(join(folder, 'test.db'));
      const bot = snapshotStore(ours);
      const before = bot.revision();
      await snapshotStore(theirs).record(snapshotOf());
      await nextTurn();
      const after = bot.revision();
      expect(after).not.toBe(before);
      await choiceStore(theirs).keep(
        [{ channel: 'telegram', chat: '1', person: '2', send: '/tre-han' }],
        Temporal.Instant.from('2026-11-21T05:00:00Z'),
      );
      await nextTurn();
      expect(bot.revision()).toBe(after);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('what was stored by another process', () => {
  test('is seen when the moment is over in which we read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dung-hen-two-'));
    try {
      using ours = openStorage(join(folder, 'test.db'), setImmediate);
      using theirs = openStorage(join(folder, 'test.db'));
      const [bot, importer] = [snapshotStore(ours), snapshotStore(theirs)];
      await bot.record(snapshotOf({ figures: [figureOf(NHA_TRANG, { received: 1 })] }));
      await bot.readings(NHA_TRANG);
      await importer.record(snapshotOf({ figures: [figureOf(NHA_TRANG, { received: 2 })] }));
      await nextTurn();
      const [reading] = await bot.readings(NHA_TRANG);
      expect(reading?.figure.counts.received).toBe(2);
      expect(plain(await bot.heads())).toEqual(plain(await importer.heads()));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test.each([
    [
      'a finding of a kind this release does not know',
      `update findings set finding = '{"code":"new"}'`,
      'findings',
    ],
    ['a metric it does not know', `update statements set metric = 'new'`, 'fieldStatements'],
    ['a count beyond exact numbers', `update figures set received = 9007199254740993`, 'readings'],
  ] as const)('%s is not believed', async (_what, sql, question) => {
    using storage = await filled();
    for (const table of ['findings', 'statements', 'figures']) {
      storage.database.exec(`drop trigger ${table}_do_not_change`);
    }
    storage.database.exec(sql);
    storage.database.exec(`update statements set field = 'Đất đai'`);
    const period = snapshotOf().period;
    await expect(snapshotStore(storage)[question](NHA_TRANG, period)).rejects.toThrow(
      /invalid|too_big/iu,
    );
  });
});

test('no question walks through all figures or all versions', () => {
  using storage = openStorage(':memory:');
  const { database } = storage;
  const prepared = vi.spyOn(database, 'prepare');
  snapshotStore(storage);
  const questions = prepared.mock.calls
    .map(([sql]) => sql)
    .filter((sql) => /^select.* (figures|statements|findings|snapshots) /su.test(sql));
  expect(questions.length).toBeGreaterThan(10);
  const walks = questions.filter((sql) => {
    const values = Array.from(sql.matchAll(/\?/gu), () => 'x');
    const plan = database.prepare(`explain query plan ${sql}`).all(...values);
    return /SCAN [ftnv]\b/u.test(JSON.stringify(plan));
  });
  expect(walks).toEqual([]);
});
