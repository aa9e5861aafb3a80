import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { readConfig } from '../../src/config.ts';
import { ConfigurationInvalid } from '../../src/errors.ts';
import { checkLists } from '../../src/shell/check-lists.ts';
import { DossierFolder } from '../../src/sources/dossiers/options.ts';
import { reading } from '../sources/file/reading.ts';

const folder = (other: object) =>
  DossierFolder.parse({ name: 'mot-cua', kind: 'dossiers', folder: 'x', ...other });

function problemsOf(...folders: readonly object[]) {
  return problemsWith({}, ...folders);
}

type Files = { readonly dossierColumns?: string; readonly sensitiveProcedures?: string };

function problemsWith(files: Files, ...folders: readonly object[]) {
  try {
    const sources = folders.map(folder);
    checkLists({ ...readConfig({}), ...files, sources }, reading.directory);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationInvalid)) throw error;
    return error.problems;
  }
}

test('columns of applicants and agencies nobody has are told of all folders at once', () => {
  expect(
    problemsOf(
      { columns: { step: ['Chủ hồ sơ'] } },
      { agency: 'tp-nha-trang' },
      { agency: 'tp-khong-co' },
    ),
  ).toEqual([
    { code: 'personalColumn', place: 'sources.0: columns.step', detail: 'Chủ hồ sơ' },
    { code: 'unknownAgency', place: 'sources.2.agency', detail: 'tp-khong-co' },
  ]);
});

test('files of names that are wrong are told of together, and of the folders what can be known', async () => {
  await using at = await mkdtempDisposable(join(tmpdir(), 'check-lists-'));
  const dossierColumns = join(at.path, 'columns.yaml');
  const sensitiveProcedures = join(at.path, 'words.yaml');
  await writeFile(dossierColumns, 'columns: 1');
  await writeFile(sensitiveProcedures, 'procedures: 1');
  const folders = [{ columns: { step: ['Chủ hồ sơ'] }, agency: 'tp-khong-co' }];
  const places = problemsWith({ dossierColumns, sensitiveProcedures }, ...folders).map(
    ({ place }) => place,
  );
  expect(places).toEqual([
    expect.stringContaining('words.yaml'),
    expect.stringContaining('columns.yaml'),
    expect.stringContaining('columns.yaml'),
    'sources.0.agency',
  ]);
});

test('nothing is said of those that can be read', () => {
  expect(problemsOf({}, { columns: { code: ['Ký hiệu'] } })).toEqual([]);
});
