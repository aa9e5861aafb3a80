import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe } from 'vitest';

import { agencyFinder } from '../../src/agencies/find-agency.ts';
import { fixedClock } from '../../src/clock.ts';
import { folderSource } from '../../src/sources/file/file-source.ts';
import { httpFigures } from '../../src/sources/http/http-figures.ts';
import { PortalOptions } from '../../src/sources/portal/options.ts';
import { portalSource } from '../../src/sources/portal/portal-source.ts';
import { answerArchive } from '../../src/storage/answer-archive.ts';
import { openStorage } from '../../src/storage/open.ts';
import { describeFigureSource, type OpenSource } from '../contracts/figure-source-contract.ts';
import { OneStopDouble } from '../doubles/one-stop/one-stop-double.ts';
import { PortalDouble } from '../doubles/portal/portal-double.ts';
import { askingRoom, COUNTS, directory, figureOptions } from './http/asking.ts';
import { LEAST } from './portal/visit.ts';

describe('a folder', () => {
  describeFigureSource(openFolder);
});
describe('a one-stop system', () => {
  describeFigureSource(openOneStop);
});
describe('the national portal', () => {
  describeFigureSource(openPortal);
});

const noWait = async () => undefined;

async function openFolder(): Promise<OpenSource> {
  const folder = await mkdtemp(join(tmpdir(), 'every-source-'));
  const table = join(folder, 'phu-luc-2.csv');
  await copyFile('fixtures/figures/phu-luc-2-nam-2023.csv', table);
  await copyFile('fixtures/figures/phu-luc-2-nam-2023.yaml', join(folder, 'phu-luc-2.yaml'));
  return {
    directory,
    at: () => folderSource('so-lieu', folder, { directory, finder: agencyFinder(directory) }),
    async restates() {
      const text = await readFile(table, 'utf8');
      // Vĩnh Lương received one more.
      await writeFile(table, text.replace(',2314,', ',2315,'));
    },
    breaks: () => writeFile(table, 'x'),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

async function openOneStop(): Promise<OpenSource> {
  const double = await OneStopDouble.open();
  double.sets('H32.01', COUNTS);
  return {
    directory,
    at: (now) => httpFigures(figureOptions(double), askingRoom(fixedClock(now))),
    restates: () => double.sets('H32.01', { ...COUNTS, resolvedOverdue: 21 }),
    breaks: () => double.fails({ kind: 'closes' }),
    [Symbol.asyncDispose]: () => double[Symbol.asyncDispose](),
  };
}

async function openPortal(): Promise<OpenSource> {
  const double = await PortalDouble.open();
  const storage = openStorage(':memory:');
  const options = PortalOptions.parse({ ...LEAST, url: double.url, years: 0 });
  const archive = answerArchive(storage);
  return {
    directory,
    at: (now) =>
      portalSource({ options, directory, archive, wait: noWait, clock: fixedClock(now) }),
    restates: () =>
      double.recomputes('month-2026-10', 'transparency', ['"totalScore":7.71', '"totalScore":7.5']),
    breaks: () => double.failsNext({ kind: 'status', status: 500 }),
    async [Symbol.asyncDispose]() {
      storage.close();
      await double[Symbol.asyncDispose]();
    },
  };
}
