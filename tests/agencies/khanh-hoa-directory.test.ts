import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { directory, id, idsOf, printedRows } from './khanh-hoa.ts';

const table = readFileSync('fixtures/figures/phu-luc-2-nam-2023.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));

test.each(
  table.map(([path = '', parent = '', level = '', name = '']) => ({ path, parent, level, name })),
)('row $path of Phụ lục 2 is $name', ({ path, parent, level, name }) => {
  const agency = directory.byOfficialPath(path);
  expect([agency?.name, ...(agency?.printedNames ?? [])]).toContain(name);
  expect(agency?.level).toBe(level);
  const above = agency?.parent == null ? '' : (directory.get(agency.parent).officialPath ?? '');
  expect(above).toBe(parent);
});

test('the table has its 185 rows, 171 of them leaves of the province in 2023', () => {
  expect(table).toHaveLength(185);
  expect(printedRows).toHaveLength(185);
  const counts = Map.groupBy(printedRows, ({ level }) => level);
  expect([...counts].map(([level, rows]) => `${level} ${rows.length}`).sort()).toEqual([
    'branch 9',
    'commune 136',
    'department 18',
    'district 8',
    'group 13',
    'province 1',
  ]);
});

test('misprints of the table are kept beside the right name', () => {
  const misprinted = [
    ['p-cam-loc', 'UBND phường Cam Lộc', 'UBND phường Cam Lộ'],
    ['x-ba-cum-bac', 'UBND xã Ba Cụm Bắc', 'UBND xã Ba Cạm Bắc'],
    ['x-ba-cum-nam', 'UBND xã Ba Cụm Nam', 'UBND xã Ba Cạm Nam'],
    ['x-dien-dien', 'UBND xã Diên Điền', 'UBND Xã Diên Điền'],
    ['cn-cam-lam', 'Chi nhánh Văn phòng Đăng ký đất đai Cam Lâm', 'CNVĐKĐĐ Cam Lâm'],
  ] as const;
  for (const [agency, name, printed] of misprinted) {
    expect(directory.get(id(agency))).toMatchObject({ name, printedNames: [printed] });
  }
});

test('since 01/07/2025 there are 48 xã, 16 phường and one đặc khu', () => {
  const units = directory.agencies.filter(
    ({ id: one, level }) => level === 'commune' && one.endsWith('-2025'),
  );
  const types = Map.groupBy(units, ({ name }) => name.split(' ')[1]);
  expect([...types].map(([type, { length }]) => [type, length])).toEqual(
    expect.arrayContaining([
      ['xã', 48],
      ['phường', 16],
      ['đặc', 1],
    ]),
  );
  expect(units.every(({ validFrom }) => validFrom?.toString() === '2025-07-01')).toBe(true);
});

test('132 communes of Khánh Hòa and 62 of Ninh Thuận ended the day before', () => {
  const ended = directory.agencies.filter(
    ({ level, validTo }) => level === 'commune' && validTo?.toString() === '2025-06-30',
  );
  const old = ended.filter(({ parent }) => parent === 'cap-xa-ninh-thuan');
  expect([ended.length - old.length, old.length]).toEqual([132, 62]);
});

test('seven communes of Cam Lâm and one ward of Phan Rang were split, and nothing else is shared', () => {
  const split = directory.agencies
    .filter(({ level }) => level === 'commune')
    .filter((one) => directory.successorsOf(one.id).length > 1);
  expect(idsOf(split).toSorted()).toEqual([
    'p-dong-hai',
    'x-cam-an-bac',
    'x-cam-an-nam',
    'x-cam-hiep-bac',
    'x-cam-hiep-nam',
    'x-cam-hoa',
    'x-cam-tan',
    'x-suoi-tan',
  ]);
  const partial = directory.successions.filter((one) => one.partial).map(({ from }) => from);
  for (const { id: one } of split) expect(partial).toContain(one);
});

test('every agency that ended has a successor, and every unit of 2025 a predecessor', () => {
  const groups = new Set(['group']);
  const lost = directory.agencies.filter(
    ({ id: one, level, validTo }) =>
      validTo !== null && !groups.has(level) && directory.successorsOf(one).length === 0,
  );
  const fromNowhere = directory.agencies.filter(
    ({ id: one }) => one.endsWith('-2025') && directory.predecessorsOf(one).length === 0,
  );
  expect([idsOf(lost), idsOf(fromNowhere)]).toEqual([[], []]);
});

test('a successor begins the day after its predecessor ended, or existed before', () => {
  const { PlainDate } = Temporal;
  const torn = directory.successions.filter(({ from, to, on }) => {
    const ended = directory.get(from).validTo;
    const began = directory.get(to).validFrom;
    const endsBefore = ended !== null && PlainDate.compare(ended.add({ days: 1 }), on) === 0;
    return !endsBefore || (began !== null && PlainDate.compare(began, on) > 0);
  });
  expect(torn).toEqual([]);
});

test('the vertical sector, Trường Sa and the office of the province are in no total of the table', () => {
  for (const outside of ['nganh-doc', 'h-truong-sa', 'vp-ubnd-tinh', 'cap-xa-ninh-thuan']) {
    expect(directory.get(id(outside)).parent).toBeNull();
  }
  expect(idsOf(directory.children(id('nganh-doc')))).toEqual([
    'cuc-thue',
    'cuc-hai-quan',
    'cong-an-tinh',
    'bhxh',
    'kbnn',
    'nhnn',
  ]);
});

test('of the department mergers of 2025 only Sở Nông nghiệp và Môi trường is confirmed', () => {
  const mergers = directory.successions.filter(({ on }) => on.toString() === '2025-03-01');
  const confirmed = new Set(mergers.filter((one) => one.confirmed).map(({ to }) => to));
  expect([...confirmed]).toEqual(['so-nn-mt-2025']);
  expect(mergers.length).toBeGreaterThan(confirmed.size);
});
