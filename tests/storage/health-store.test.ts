import Database from 'better-sqlite3';
import { expect, test } from 'vitest';

import type { SourceHealth } from '../../src/polling/health.ts';
import { healthStore } from '../../src/storage/health-store.ts';
import { migrate, readMigrations } from '../../src/storage/migrations.ts';
import { openStorage } from '../../src/storage/open.ts';
import { outboxStore } from '../../src/storage/outbox-store.ts';
import { plain } from '../contracts/sample-snapshots.ts';
import { messageOf, SEVEN } from '../outbox/messages.ts';

const failed: SourceHealth = {
  source: 'mot-cua',
  state: 'failed',
  since: SEVEN,
  lastTriedAt: SEVEN.add({ minutes: 1 }),
  lastGoodAt: null,
  lastChangedAt: SEVEN,
  freshUntil: null,
  problem: { code: 'sourceFailed', place: 'mot-cua', detail: '500' },
  toldAs: 'failed',
};

test('a source is as it was noted last, whoever opens the store', async () => {
  using storage = openStorage(':memory:');
  const store = healthStore(storage);
  expect(await store.healthOf('mot-cua')).toBeNull();
  await store.noted(failed);
  const well: SourceHealth = { ...failed, state: 'fresh', problem: null, lastGoodAt: SEVEN };
  await store.noted({ ...failed, source: 'ho-so' });
  await store.noted(well);
  expect(plain(await healthStore(storage).healthOf('mot-cua'))).toEqual(plain(well));
  expect((await store.all()).map(({ source }) => source)).toEqual(['ho-so', 'mot-cua']);
});

test('is noted with its messages, or not at all', async () => {
  using storage = openStorage(':memory:');
  const store = healthStore(storage);
  await store.noted(failed, [messageOf('a')]);
  expect(await outboxStore(storage).counts(SEVEN)).toMatchObject({ waiting: 1 });
  await expect(store.noted({ ...failed, state: 'stale' }, [messageOf('b')])).rejects.toThrow(
    'CHECK',
  );
  expect(await store.healthOf('mot-cua')).toMatchObject({ state: 'failed' });
  expect(await outboxStore(storage).counts(SEVEN)).toMatchObject({ waiting: 1 });
});

test('a source that is asked no more is forgotten', async () => {
  using storage = openStorage(':memory:');
  const store = healthStore(storage);
  await store.noted(failed);
  await store.noted({ ...failed, source: 'cu' });
  await store.keepOnly(['mot-cua', 'moi']);
  expect((await store.all()).map(({ source }) => source)).toEqual(['mot-cua']);
});

test('one that was doubted in an older store is so in this one', () => {
  const database = new Database(':memory:');
  const steps = readMigrations();
  migrate(
    database,
    steps.filter(({ number }) => number < 29),
  );
  const put = database.prepare(`insert into source_health
    (source, state, since, last_tried_at, problem, told_as) values (?, 'partial', ?, ?, ?, 'partial')`);
  for (const code of ['hardToBelieve', 'negative']) {
    const problem = JSON.stringify({ code, place: 'x', detail: '' });
    put.run(code, SEVEN.toString(), SEVEN.toString(), problem);
  }
  migrate(database, steps);
  expect(
    database
      .prepare('select source, state, told_as from source_health order by source')
      .raw()
      .all(),
  ).toEqual([
    ['hardToBelieve', 'doubted', 'doubted'],
    ['negative', 'partial', 'partial'],
  ]);
});
