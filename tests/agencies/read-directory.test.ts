import { expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import { readDirectory } from '../../src/agencies/read-directory.ts';
import { ConfigurationInvalid, UnknownAgencyId } from '../../src/errors.ts';

const TWO_LEVELS = `
sections:
  - all: { level: province }
    agencies: [{ id: hue, name: Thành phố Huế, short: Toàn thành phố }]
  - all: { level: commune, parent: hue }
    agencies:
      - { id: p-thuan-hoa, name: UBND phường Thuận Hóa, short: Thuận Hóa, validFrom: 2025-07-01 }
      - { id: p-phu-hoi, name: UBND phường Phú Hội, short: Phú Hội, validTo: 2025-06-30 }
successions:
  - { on: 2025-07-01, basis: Nghị quyết, into: { p-thuan-hoa: [p-phu-hoi] } }
`;

function problemsIn(yaml: string): readonly string[] {
  try {
    readDirectory(yaml);
  } catch (error) {
    if (error instanceof ConfigurationInvalid) {
      return error.problems.map(({ code, place, detail }) => `${code} ${place} ${detail}`);
    }
    throw error;
  }
  return [];
}

function sections(...rows: string[]): string {
  return `sections:\n  - agencies:\n${rows.map((row) => `      - { ${row} }`).join('\n')}\n`;
}
const PROVINCE = 'id: tinh, name: Tỉnh A, short: A, level: province';

test('a province of two levels needs no districts', () => {
  const directory = readDirectory(TWO_LEVELS);
  expect(directory.province.id).toBe('hue');
  expect(directory.children(directory.province.id)).toHaveLength(2);
  const ward = directory.get(AgencyId.parse('p-thuan-hoa'));
  expect(ward).toMatchObject({ level: 'commune', parent: 'hue', validTo: null, aliases: [] });
  expect(ward.validFrom?.toString()).toBe('2025-07-01');
  expect(directory.predecessorsOf(ward.id)).toMatchObject([
    { from: 'p-phu-hoi', partial: false, confirmed: true, basis: 'Nghị quyết' },
  ]);
});

test('unknown ids throw, for people there is `has`', () => {
  const directory = readDirectory(TWO_LEVELS);
  const unknown = AgencyId.parse('p-nowhere');
  expect(() => directory.get(unknown)).toThrow(UnknownAgencyId);
  expect(() => directory.children(unknown)).toThrow(UnknownAgencyId);
  expect(() => directory.successorsOf(unknown)).toThrow(UnknownAgencyId);
  expect(() => directory.predecessorsOf(unknown)).toThrow(UnknownAgencyId);
  expect([directory.has('p-nowhere'), directory.has('hue')]).toEqual([false, true]);
  expect(directory.byOfficialPath('B.7')).toBeNull();
});

test('all relations that do not fit are listed at once', () => {
  const yaml = `${sections(
    PROVINCE,
    'id: tinh, name: Tỉnh B, short: B, level: province',
    'id: a, name: Sở A, short: SA, level: department, parent: nobody, path: A.1',
    'id: b, name: Sở B, short: SA, level: department, parent: c, path: A.1',
    'id: c, name: Sở C, short: SC, level: department, parent: b',
    'id: d, name: CN D, short: CD, level: branch, district: c',
    'id: e, name: Sở E, short: SE, level: department, validFrom: 2025-07-01, validTo: 2025-06-30',
  )}successions:
  - { on: 2025-07-01, basis: x, into: { a: [ghost] }, outOf: { phantom: [b] } }
`;
  expect(problemsIn(yaml).toSorted()).toEqual([
    'circle b c',
    'circle c b',
    'duplicateId tinh tinh',
    'duplicatePath b A.1',
    'duplicateShortName b SA',
    'endsBeforeItBegins e 2025-07-01..2025-06-30',
    'notOneProvince sections tinh, tinh',
    'unknownDistrict d c',
    'unknownInSuccession successions 2025-07-01 ghost',
    'unknownInSuccession successions 2025-07-01 phantom',
    'unknownParent a nobody',
  ]);
});

test.each([
  ['no province', sections('id: a, name: Sở A, short: A, level: department'), 'notOneProvince'],
  [
    'a row without level',
    sections(PROVINCE, 'id: b, name: Sở B, short: B'),
    'sections.0.agencies.1.level',
  ],
  [
    'an unknown level',
    sections(`${PROVINCE}, memberLevel: ward`),
    'sections.0.agencies.0.memberLevel',
  ],
  [
    'a misspelt key',
    sections(`${PROVINCE}, shortname: A`),
    'unknownKey sections.0.agencies.0.shortname',
  ],
  ['a day that does not exist', sections(`${PROVINCE}, validTo: 2025-02-30`), 'validTo'],
  ['an id with marks', sections('id: Tỉnh, name: A, short: A, level: province'), 'agencies.0.id'],
  ['no list at all', 'sections: none', 'sections'],
  ['text that is no YAML', 'sections: [', 'line'],
])('%s is refused and the place is named', (_, yaml, place) => {
  expect(problemsIn(yaml).join('\n')).toContain(place);
});

test('every fault of form is listed, not only the first', () => {
  const yaml = sections(
    'id: A, name: "", short: x, level: province',
    'id: b, name: B, short: b, level: ward',
  );
  expect(problemsIn(yaml)).toHaveLength(3);
});
