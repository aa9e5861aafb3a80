import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { DOSSIER_STATES } from '../../../src/dossiers/dossier.ts';
import { ConfigurationInvalid, SourceUnreadable } from '../../../src/errors.ts';
import { readColumnNames } from '../../../src/sources/dossiers/column-names.ts';
import { columnFinder } from '../../../src/sources/dossiers/find-columns.ts';
import { stateOf } from '../../../src/sources/dossiers/state-words.ts';
import { readAgencyCounts } from '../../../src/sources/sample-dossiers/agency-counts.ts';
import { readCatalogue, SAMPLE_COLUMNS } from '../../../src/sources/sample-dossiers/catalogue.ts';
import { CATALOGUE, catalogue, directory, PHU_LUC_2 } from './plan.ts';

describe('the words of the list are those that lists are read by', () => {
  const names = readColumnNames(readFileSync('fixtures/dossier-columns.yaml', 'utf8'));
  const find = columnFinder(names);
  const { places, doubled } = find(SAMPLE_COLUMNS.map((column) => [catalogue.columns[column]]));
  const applicant = new Set(['applicant', 'phone', 'address']);

  test.each(SAMPLE_COLUMNS)('%s is found, unless it is the applicant’s', (column) => {
    const found = Array.from(places, ([name, at]) => [SAMPLE_COLUMNS[at], name]);
    const wanted = applicant.has(column) ? [] : [[column, column]];
    expect(found.filter(([ours]) => ours === column)).toEqual(wanted);
    expect(doubled).toEqual([]);
  });

  test.each(Object.entries(catalogue.states))('%s: %s', (state, words) => {
    expect(DOSSIER_STATES).toContain(state);
    expect(stateOf(words)).toBe(state);
  });
});

test('a procedure whose unit is not there, and a slip of the pen, are told with file and path', () => {
  const wrong = CATALOGUE.replace('unit: thuong-mai', 'unit: thuong-mai-2').replace(
    'reception:',
    'recepsion:',
  );
  expect(problemsIn(() => readCatalogue(wrong, 'mau.yaml'))).toEqual([
    'mau.yaml: profiles.0.procedures.0.unit',
    'mau.yaml: reception',
    'mau.yaml: recepsion',
  ]);
});

describe('a table of counts that cannot be used is refused', () => {
  test.each([
    [
      'an agency the directory does not have',
      PHU_LUC_2.replace('\nA.2,', '\nA.99,'),
      'unknownAgency',
    ],
    ['other columns', 'name,received\nx,1\n', 'unknownLayout'],
    ['a count that is none', PHU_LUC_2.replace(',35273,6,', ',nhiều,6,'), 'unknownLayout'],
    ['a row with too few cells', 'code_path,resolved_on_time\nA.1\n', 'broken'],
  ])('%s', (_, text, code) => {
    expect(problemsIn(() => readAgencyCounts(text, 'bang.csv', directory), 'code')).toEqual([code]);
  });
});

function problemsIn(read: () => unknown, what: 'place' | 'code' = 'place'): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigurationInvalid || error instanceof SourceUnreadable) {
      return error.problems.map((problem) => problem[what]);
    }
    throw error;
  }
  return [];
}
