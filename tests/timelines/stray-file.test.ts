import { copyFile, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { expect, test } from 'vitest';

import { pollFigures } from '../../jobs/poll-figures.ts';
import { USUAL_RULES } from '../../src/alerts/settings.ts';
import { isBelieved } from '../../src/polling/health.ts';
import { believing } from '../../src/shell/believing.ts';
import { watchedFolders } from '../../src/shell/watched-folders.ts';
import { healthStore } from '../../src/storage/health-store.ts';
import { openInMemory } from '../conversations/open-in-memory.ts';

const GOOD = 'fixtures/sources/ii-06a-so-khdt-quy-3-2023.xlsx';
const BAD = 'fixtures/sources/bad/negative.csv';

/** A watched folder of the whole bot, what its source is taken for, and what keepers were sent. */
async function openFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'stray-'));
  let now = Temporal.Now.instant().add({ minutes: 5 });
  const clock = { now: () => now };
  const open = await openInMemory(clock, 'none');
  const source = {
    kind: 'file',
    name: 'so-lieu',
    folder,
    schedule: '* * * * *',
    moveFiles: true,
    keepFilesDays: 7,
  } as const;
  const config: Parameters<typeof watchedFolders>[0] & Parameters<typeof believing>[1] = {
    dossierColumns: 'fixtures/dossier-columns.yaml',
    sensitiveProcedures: 'fixtures/sensitive-procedures.yaml',
    sources: [source],
    keepers: [{ channel: 'web', person: 'keeper' }],
    alerts: USUAL_RULES,
    newWithin: {},
    access: 'bound',
    host: '127.0.0.1',
    publicUrl: null,
  };
  const [only] = watchedFolders(config, { ...open, intake: believing(open, config) });
  if (only?.kind !== 'figures') throw new Error('no folder of figures');
  const job = pollFigures(only);
  return {
    put: (from: string) => copyFile(from, join(folder, basename(from))),
    write: (name: string) => writeFile(join(folder, name), 'Kính mời dự họp,lúc 8 giờ\n'),
    async poll() {
      now = now.add({ minutes: 1 });
      await job.run({ dry: false });
      const health = await healthStore(open.storage).healthOf('so-lieu');
      if (health === null) throw new Error('nobody watches');
      return { state: health.state, isBelieved: isBelieved(health, now) };
    },
    /** Kinds of messages queued so far. */
    told: () =>
      open.storage.database
        .prepare<[], { key: string }>('select key from outbox order by id')
        .all()
        .map(({ key }) => key.split('/').slice(0, 3).join('/')),
    [Symbol.dispose]: () => open[Symbol.dispose](),
  };
}

const WELL = { state: 'fresh', isBelieved: true } as const;
const STRAY = 'source-health/so-lieu/stray';

test('a stray file beside a good one, or after it, unbelieves nothing, and keepers hear of it once', async () => {
  using folder = await openFolder();
  await folder.put(GOOD);
  await folder.write('giay-moi.csv');
  expect(await folder.poll()).toEqual(WELL);
  expect(folder.told()).toEqual([STRAY]);
  expect(await folder.poll()).toEqual(WELL);
  await folder.write('giay-moi.csv');
  expect(await folder.poll()).toEqual(WELL);
  expect(folder.told()).toEqual([STRAY, STRAY]);
});

test('a table that is refused beside a good one is its own fault; one alone is what the source has to say', async () => {
  using folder = await openFolder();
  await folder.put(GOOD);
  await folder.put(BAD);
  await folder.put(BAD.replace('.csv', '.yaml'));
  expect(await folder.poll()).toEqual(WELL);
  expect(folder.told()).toEqual([STRAY]);
  await folder.put(BAD);
  await folder.put(BAD.replace('.csv', '.yaml'));
  expect(await folder.poll()).toEqual({ state: 'failed', isBelieved: false });
  expect(folder.told()).toEqual([STRAY, 'source-health/so-lieu/failed']);
});
