import { expect, test } from 'vitest';

import type { Agency } from '../../src/agencies/agency.ts';
import { nearestIn } from '../../src/agencies/finding.ts';
import { fold } from '../../src/vietnamese/fold.ts';
import { brief, directory, find, id, idsOf, printedRows } from './khanh-hoa.ts';

/** Short names of rows that other rows share: these are asked about, all others are found. */
const ASKED_BY_FOLDED_NAME = new Map([
  ['phuoc hoa', ['p-phuoc-hoa', 'x-phuoc-hoa-nt']],
  ['phuoc tan', ['p-phuoc-tan', 'x-phuoc-tan-nt']],
  ['phuoc tien', ['p-phuoc-tien', 'x-phuoc-tien-nt']],
  ['phuoc hai', ['p-phuoc-hai', 'x-phuoc-hai-nt']],
  ['vinh hai', ['p-vinh-hai', 'x-vinh-hai-2025', 'x-vinh-hai-nt']],
  ['ninh hai', ['p-ninh-hai', 'x-ninh-hai-2025']],
  ['ninh son', ['x-ninh-son', 'x-ninh-son-2025']],
  ['ninh phuoc', ['x-ninh-phuoc', 'x-ninh-phuoc-2025']],
]);

/** Two units of the former Ninh Thuận bear in full the name of an old one of Ninh Hòa, and did not come out of it. */
const ASKED_BY_FULL_NAME = new Map([
  ['UBND xã Ninh Sơn', '? x-ninh-son x-ninh-son-2025'],
  ['UBND xã Ninh Phước', '? x-ninh-phuoc x-ninh-phuoc-2025'],
]);

/** What a row is taken for, where that is not what it should be. */
function misread(names: readonly string[], meant: string, home?: string): readonly string[] {
  return names
    .filter((name) => brief(find(name, home)) !== meant)
    .map((name) => `${name}: ${brief(find(name, home))} instead of ${meant}`);
}

test.each(printedRows.map((row) => ({ row, name: row.name })))(
  '$name is found by its full name, or asked about',
  ({ row, name }) => {
    const typed = [name, ...row.printedNames].flatMap((written) => [
      written,
      fold(written),
      written.toUpperCase(),
      written.normalize('NFD'),
    ]);
    expect(misread(typed, ASKED_BY_FULL_NAME.get(name) ?? row.id)).toEqual([]);
  },
);

test.each(printedRows.map((row) => ({ row, name: row.shortName })))(
  '$name is found by its short name, or asked about',
  ({ row, name }) => {
    const asked = ASKED_BY_FOLDED_NAME.get(fold(name));
    const typed = [name, fold(name), fold(name).replaceAll(' ', '')];
    expect(misread(typed, asked === undefined ? row.id : `? ${asked.join(' ')}`)).toEqual([]);
  },
);

test('every agency of any time is found by its full name, or offered under it', () => {
  const lost = directory.agencies.filter((agency) => {
    const finding = find(agency.name);
    if (ASKED_BY_FULL_NAME.has(agency.name)) return !nearestIn(finding).includes(agency);
    return finding.kind !== 'found' || ![finding.agency, ...finding.others].includes(agency);
  });
  expect(idsOf(lost)).toEqual([]);
});

test('every agency is found by its id, and by its short name or asked about', () => {
  const wrong = directory.agencies.flatMap((agency) => [
    ...misread([agency.id], agency.id),
    ...(ASKED_BY_FOLDED_NAME.has(fold(agency.shortName))
      ? []
      : misread([agency.shortName], agency.id)),
  ]);
  expect(wrong).toEqual([]);
});

test('in its own chat every row is found by its short name', () => {
  const rows = printedRows.filter(({ level }) => level !== 'province');
  expect(rows.flatMap((row) => misread([row.shortName], row.id, row.id))).toEqual([]);
});

/** The ten names several rows of the table share (domain.md, section 4): first what the bare name means. */
const COLLISIONS: readonly (readonly [string, readonly string[]])[] = [
  ['nha trang', ['tp-nha-trang', 'cn-nha-trang', 'cap-xa-nha-trang']],
  ['cam ranh', ['tp-cam-ranh', 'cn-cam-ranh', 'cap-xa-cam-ranh']],
  ['ninh hoa', ['tx-ninh-hoa', 'cn-ninh-hoa', 'cap-xa-ninh-hoa']],
  ['cam lam', ['h-cam-lam', 'cn-cam-lam', 'cap-xa-cam-lam']],
  ['van ninh', ['h-van-ninh', 'cn-van-ninh', 'cap-xa-van-ninh']],
  ['khanh son', ['h-khanh-son', 'cn-khanh-son', 'cap-xa-khanh-son']],
  ['dien khanh', ['h-dien-khanh', 'cn-dien-khanh', 'cap-xa-dien-khanh', 'tt-dien-khanh']],
  ['khanh vinh', ['h-khanh-vinh', 'cn-khanh-vinh', 'cap-xa-khanh-vinh', 'tt-khanh-vinh']],
];

test.each(COLLISIONS)(
  '%s means the district office and shows the other rows',
  (typed, [office = '', ...others]) => {
    const finding = find(typed);
    expect(finding).toMatchObject({ kind: 'found', by: 'district', agency: { id: office } });
    const offered = finding.kind === 'found' ? finding.others : [];
    const withFigures = offered.filter(({ officialPath }) => officialPath !== null);
    expect(idsOf(withFigures)).toEqual(others);
  },
);

test.each([
  ['van thang', ['x-van-thang', 'p-van-thang']],
  ['van thanh', ['x-van-thanh', 'p-van-thanh']],
])('%s is asked about', (typed, rows) => {
  const finding = find(typed);
  const candidates: readonly Agency[] = finding.kind === 'ask' ? finding.candidates : [];
  expect(idsOf(candidates.filter(({ officialPath }) => officialPath !== null))).toEqual(rows);
});

test('the folded short names of the table collide exactly where the tests say', () => {
  const keys = Map.groupBy(printedRows, ({ shortName }) =>
    fold(shortName).replace(/^(p|x|tt|cn|cap xa) /u, ''),
  );
  const colliding = [...keys].filter(([, rows]) => rows.length > 1).map(([key]) => key);
  expect(colliding.toSorted()).toEqual(
    [...COLLISIONS.map(([key]) => key), 'van thang', 'van thanh'].toSorted(),
  );
  expect(keys.size).toBe(165);
  expect(directory.get(id('toan-tinh')).officialPath).toBe('TOTAL');
});
