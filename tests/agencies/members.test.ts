import { expect, test } from 'vitest';

import type { Level } from '../../src/agencies/agency.ts';
import { descendantsOf, leavesOf, membersOf } from '../../src/agencies/members.ts';
import { branchOf, communeGroupOf, districtOf } from '../../src/agencies/place.ts';
import type { PlaceType } from '../../src/agencies/type-words.ts';
import { directory, id, idsOf } from './khanh-hoa.ts';

const span = (from: string, to: string) => ({
  from: Temporal.PlainDate.from(from),
  to: Temporal.PlainDate.from(to),
});
const IN_2023 = span('2022-12-15', '2023-12-14');
const IN_2026 = span('2025-12-15', '2026-12-14');

test.each<[Level, string | null, number]>([
  ['department', null, 18],
  ['branch', null, 9],
  ['district', null, 8],
  ['commune', null, 136],
  ['commune', 'khoi-xa', 136],
  ['commune', 'h-cam-lam', 14],
  ['commune', 'cap-xa-cam-lam', 14],
  ['commune', 'tp-nha-trang', 27],
  ['branch', 'tp-nha-trang', 1],
  ['branch', 'khoi-so-nganh', 9],
  ['commune', 'h-truong-sa', 3],
  ['commune', 'cap-xa-ninh-thuan', 62],
  ['verticalSector', 'nganh-doc', 6],
  ['commune', 'so-khdt', 0],
  ['commune', 'cn-nha-trang', 0],
])('in 2023 there are agencies of level %s within %s: %i', (level, within, count) => {
  const asked = { level, within: within === null ? null : id(within), during: IN_2023 };
  expect(membersOf(directory, asked)).toHaveLength(count);
});

test.each<[PlaceType, Level, string | null, number]>([
  ['phường', 'commune', null, 35],
  ['thị trấn', 'commune', null, 5],
  ['xã', 'commune', null, 96],
  ['phường', 'commune', 'tp-nha-trang', 19],
  ['thành phố', 'district', null, 2],
  ['thị xã', 'district', null, 1],
  ['quận', 'district', null, 0],
])(
  'in 2023 there are agencies of the type %s, level %s within %s: %i',
  (type, level, within, count) => {
    const asked = { level, type, within: within === null ? null : id(within), during: IN_2023 };
    expect(membersOf(directory, asked)).toHaveLength(count);
  },
);

test('in 2026 the communes are the 65 new ones and there are no districts', () => {
  const communes = membersOf(directory, { level: 'commune', within: null, during: IN_2026 });
  expect(communes).toHaveLength(65);
  expect(communes.every((one) => one.id.endsWith('-2025'))).toBe(true);
  expect(membersOf(directory, { level: 'district', within: null, during: IN_2026 })).toEqual([]);
});

test('without a span also those are members that existed at another time', () => {
  const ever = membersOf(directory, { level: 'commune', within: id('tp-nha-trang'), during: null });
  expect(idsOf(ever)).toContain('p-tan-tien');
  expect(ever).toHaveLength(28);
});

test('the communes of a district change with the time', () => {
  const within = id('tp-nha-trang');
  const during = span('2024-12-15', '2025-03-14');
  expect(membersOf(directory, { level: 'commune', within, during: IN_2023 })).toHaveLength(27);
  const afterMerger = idsOf(membersOf(directory, { level: 'commune', within, during }));
  expect(afterMerger).toContain('p-tan-tien');
  expect(afterMerger).not.toContain('p-xuong-huan');
  expect(afterMerger).toHaveLength(22);
});

test('leaves report for themselves, totals do not', () => {
  const leaves = leavesOf(directory, id('khoi-so-nganh'));
  expect(leaves.some(({ level }) => level === 'group')).toBe(false);
  expect(leaves.filter(({ officialPath }) => officialPath !== null)).toHaveLength(27);
  expect(idsOf(leavesOf(directory, id('p-loc-tho')))).toEqual(['p-loc-tho']);
  const printed = leavesOf(directory, directory.province.id).filter(
    (one) => one.officialPath !== null,
  );
  expect(printed).toHaveLength(171);
});

test('descendants leave the agency itself out', () => {
  expect(idsOf(descendantsOf(directory, id('tnmt-va-vpdkdd'))).slice(0, 3)).toEqual([
    'so-tnmt',
    'khoi-vpdkdd',
    'vpdk-tinh',
  ]);
  expect(descendantsOf(directory, id('p-loc-tho'))).toEqual([]);
});

test('a place has an office, a land office and communes', () => {
  const [office, branch, communes] = [id('tx-ninh-hoa'), id('cn-ninh-hoa'), id('cap-xa-ninh-hoa')];
  expect(branchOf(directory, office)?.id).toBe(branch);
  expect(communeGroupOf(directory, office)?.id).toBe(communes);
  expect(branchOf(directory, id('h-truong-sa'))).toBeNull();
});

test.each([
  ['p-loc-tho', 'tp-nha-trang'],
  ['x-xuan-dong', 'h-dien-khanh'],
  ['cap-xa-cam-lam', 'h-cam-lam'],
  ['cn-cam-lam', 'h-cam-lam'],
  ['p-nha-trang-2025', undefined],
  ['so-khdt', undefined],
  ['x-phuoc-hoa-nt', undefined],
])('%s lies in the district %s', (agency, district) => {
  expect(districtOf(directory, id(agency))?.id).toBe(district);
});
