import { copyFile, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { beforeEach, describe, expect, test } from 'vitest';

import { pollFigures } from '../../jobs/poll-figures.ts';
import { fixedClock } from '../../src/clock.ts';
import { folderSource } from '../../src/sources/file/file-source.ts';
import { shelf } from '../polling/shelf.ts';
import type { Shelf } from '../polling/shelf.ts';
import { reading } from '../sources/file/reading.ts';

const clock = fixedClock(Temporal.Instant.from('2024-03-01T00:00:00Z'));
const TABLE = 'fixtures/figures/phu-luc-2-nam-2023';

describe('the folder of figures', () => {
  let folder: string;
  let store: Shelf;
  const job = () =>
    pollFigures({
      source: folderSource('file', folder, reading),
      when: '*/10 * * * *',
      intake: { store, directory: reading.directory, clock },
    });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'figures-'));
    store = shelf();
    await copyFile(`${TABLE}.csv`, join(folder, 'a.csv'));
    await copyFile(`${TABLE}.yaml`, join(folder, 'a.yaml'));
  });

  test('a new file is taken in, and the errors of the official table with it', async () => {
    const outcome = await job().run({ dry: false });
    expect(outcome.summary).toEqual({ stored: 1, restated: 0, unchanged: 0, new: 0, refused: 0 });
    expect(outcome.details).toEqual([
      expect.stringMatching(/^stored a\.csv 2023 figures=185 statements=0 findings=\d+$/u),
    ]);
    const wrong = store.snapshots[0]?.findings.filter(({ code }) => code === 'childrenDoNotAddUp');
    expect(new Set(wrong?.map(({ agency }) => agency))).toEqual(new Set(['cap-xa-cam-ranh']));
  });

  test('an unchanged file adds nothing and is not worth a line', async () => {
    await job().run({ dry: false });
    const again = await job().run({ dry: false });
    expect(again).toEqual({
      summary: { stored: 0, restated: 0, unchanged: 1, new: 0, refused: 0 },
      details: [],
    });
    expect(store.snapshots).toHaveLength(1);
  });

  test('a corrected file is a restatement; both versions stay', async () => {
    await job().run({ dry: false });
    const text = await readFile(join(folder, 'a.csv'), 'utf8');
    const corrected = text.replace(
      'UBND thành phố Nha Trang,14982',
      'UBND thành phố Nha Trang,14983',
    );
    await writeFile(join(folder, 'a.csv'), corrected);
    expect((await job().run({ dry: false })).summary).toMatchObject({ restated: 1, refused: 0 });
    const received = store.snapshots.map(
      ({ figures }) => figures.find(({ agency }) => agency === 'tp-nha-trang')?.counts.received,
    );
    expect(received).toEqual([14_982, 14_983]);
  });

  test('a file that breaks is set aside, and what was known stays', async () => {
    await job().run({ dry: false });
    const text = await readFile(join(folder, 'a.csv'), 'utf8');
    await writeFile(join(folder, 'a.csv'), text.slice(0, 5000));
    const outcome = await job().run({ dry: false });
    expect(outcome.summary).toMatchObject({ refused: 1, stored: 0, restated: 0 });
    expect(outcome.details).toEqual(['refused a.csv totalMissing']);
    expect(store.snapshots).toHaveLength(1);
    expect(store.setAside).toHaveLength(1);
  });

  test('a dry run tells and does not touch', async () => {
    const outcome = await job().run({ dry: true });
    expect(outcome.summary).toMatchObject({ new: 1, stored: 0 });
    expect(outcome.details).toEqual([expect.stringContaining('new a.csv 2023 figures=185')]);
    expect(store.snapshots).toEqual([]);
  });

  test('a folder that is not there is refused, and nothing is set aside', async () => {
    const gone = pollFigures({
      source: folderSource('other', join(folder, 'none'), reading),
      when: '0 6 * * *',
      intake: { store, directory: reading.directory, clock },
    });
    const { summary, details } = await gone.run({ dry: false });
    expect(summary).toMatchObject({ stored: 0, refused: 1 });
    expect(details).toEqual([expect.stringMatching(/^refused .*none sourceFailed ENOENT$/u)]);
    expect(store.setAside).toEqual([]);
  });
});

test('is named and timed for the schedule', () => {
  const intake = { store: shelf(), directory: reading.directory, clock };
  const source = folderSource('so-lieu', 'none', reading);
  const job = pollFigures({ source, when: '0 6 * * *', intake });
  expect([job.name, job.when]).toEqual(['poll-figures/so-lieu', '0 6 * * *']);
});
