import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import { dossierFolder } from '../../src/sources/dossiers/dossier-files.ts';
import { mappedListReader } from '../../src/sources/dossiers/mapped-list.ts';
import { httpDossiers } from '../../src/sources/http/http-dossiers.ts';
import { csvList } from '../../src/sources/sample-dossiers/csv-list.ts';
import { sampleDossiers } from '../../src/sources/sample-dossiers/sample-dossiers.ts';
import {
  describeDossierSource,
  type OpenDossierSource,
} from '../contracts/dossier-source-contract.ts';
import { APPLICANT } from '../doubles/one-stop/answers.ts';
import { OneStopDouble } from '../doubles/one-stop/one-stop-double.ts';
import { csv, HEADER, reading, row } from './dossiers/lists.ts';
import { askingRoom, CODES, directory, dossierOptions, finder } from './http/asking.ts';
import { alone } from './sample-dossiers/plan.ts';

describe('a folder of lists', () => {
  describeDossierSource(() => {
    const other = row({ 'Mã hồ sơ': 'H32.12-230901-0002' });
    const text = csv([
      [...HEADER, 'Người nộp'],
      [...row(), 'Trần Thị Lan'],
      [...other, 'Trần Thị Lan'],
    ]);
    return openFolder(text, ['Thẩm định', 'Trình ký']);
  });
});
describe('a one-stop system', () => {
  describeDossierSource(openOneStop);
});
describe('the list that sample dossiers are written to', () => {
  describeDossierSource(() => {
    const plan = alone('h-khanh-vinh');
    const samples = [...sampleDossiers(plan)].slice(0, 200);
    const step = samples.find(({ dossier }) => dossier.step !== null)?.dossier.step ?? '';
    return openFolder([...csvList(samples, plan)].join(''), [step, 'Chờ ký số']);
  });
});

const declared = { name: 'ho-so', completeFor: null, partialOk: false };

async function openFolder(
  text: string,
  [was, is]: readonly [string, string],
): Promise<OpenDossierSource> {
  const folder = await mkdtemp(join(tmpdir(), 'every-dossier-source-'));
  const list = join(folder, 'ho-so.csv');
  await writeFile(list, text);
  return {
    source: dossierFolder(declared, folder, reading),
    applicant: /Trần Thị Lan/u,
    changes: async () => writeFile(list, (await readFile(list, 'utf8')).replace(was, is)),
    breaks: () => writeFile(list, 'x'),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

async function openOneStop(): Promise<OpenDossierSource> {
  const double = await OneStopDouble.open();
  const shared = { agency: 'H32.01', dueAt: '27/11/2026 16:30', state: 'Đang xử lý' } as const;
  for (const code of ['H32-1001', 'H32-1002', 'H32-1003']) {
    double.opens({ ...shared, code, step: 'Thẩm định' });
  }
  const codes = Object.fromEntries(
    Object.entries(CODES).map(([code, id]) => [code, AgencyId.parse(id)]),
  );
  const given = { finder, directory, sensitiveWords: [], agency: null, codes };
  return {
    source: httpDossiers(dossierOptions(double), {
      ...askingRoom(),
      readList: (list) => mappedListReader(given, list),
    }),
    applicant: new RegExp(Object.values(APPLICANT).join('|'), 'u'),
    changes: () => double.opens({ ...shared, code: 'H32-1002', step: 'Trình ký' }),
    breaks: () => double.fails({ kind: 'closes' }),
    [Symbol.asyncDispose]: () => double[Symbol.asyncDispose](),
  };
}
