import { expect, test } from 'vitest';

import { readConfig } from '../../src/config.ts';
import { ConfigurationInvalid } from '../../src/errors.ts';
import { checkLists } from '../../src/shell/check-lists.ts';
import { DossierFolder } from '../../src/sources/dossiers/options.ts';
import { reading } from '../sources/file/reading.ts';

const folder = (other: object) =>
  DossierFolder.parse({ name: 'mot-cua', kind: 'dossiers', folder: 'x', ...other });

function problemsOf(...folders: readonly object[]) {
  try {
    checkLists({ ...readConfig({}), sources: folders.map(folder) }, reading.directory);
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

test('nothing is said of those that can be read', () => {
  expect(problemsOf({}, { columns: { code: ['Ký hiệu'] } })).toEqual([]);
});
