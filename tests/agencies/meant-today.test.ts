import { describe, expect, test } from 'vitest';

import type { Agency } from '../../src/agencies/agency.ts';
import { meantToday } from '../../src/agencies/meant-today.ts';
import { directory, finder, id } from './khanh-hoa.ts';

const TODAY = Temporal.PlainDate.from('2026-11-23');
const BEFORE = Temporal.PlainDate.from('2025-06-30');

const HOME = id('x-dien-dien');

function meant(name: string, today = TODAY) {
  return meantToday(finder.find(name, { home: null }), today);
}

function namesakes(agency: Agency): readonly Agency[] {
  return directory.agencies.filter((other) => other.name === agency.name && other.id !== agency.id);
}

const HEIRS = directory.agencies.filter(
  (agency) => agency.validTo === null && namesakes(agency).length > 0,
);

test('there are 25 communes that took over a name', () => {
  expect(HEIRS).toHaveLength(25);
});

describe.each(HEIRS.map((heir) => [heir.name, heir] as const))('%s', (name, heir) => {
  test('is the one of today, written in full or without its office and marks', () => {
    for (const typed of [name, name.replace('UBND ', ''), name.toLowerCase()]) {
      expect(meant(typed)).toMatchObject({ kind: 'found', agency: { id: heir.id } });
    }
  });

  test('was another before the reorganisation, and is when “cũ” is said', () => {
    expect(meant(`${name} cũ`)).toMatchObject({ kind: 'found', agency: { validTo: BEFORE } });
    expect(meant(name, BEFORE)).not.toMatchObject({ agency: { id: heir.id } });
  });
});

test.each([
  ['phường Lộc Thọ', 'p-loc-tho'],
  ['Nha Trang', 'tp-nha-trang'],
  ['xã Vạn Thắng huyện Vạn Ninh', 'x-van-thang'],
  ['xã Diên Điền mới', 'x-dien-dien-2025'],
  ['phường Vĩnh Hải', 'p-vinh-hai'],
])('%s, whose name nobody took over, or that is told apart, stays %s', (typed, wanted) => {
  expect(meant(typed)).toMatchObject({ kind: 'found', agency: { id: wanted } });
});

test('namesakes of several types are asked about, those of today first', () => {
  const finding = meant('Vạn Thắng');
  const ids = finding.kind === 'ask' ? finding.candidates.map((one) => one.id) : [];
  expect(ids).toEqual(['x-van-thang-2025', 'p-van-thang']);
});

test('the own agency of a chat is its own, whatever became of it', () => {
  const finding = finder.find('xã Diên Điền', { home: HOME });
  expect(meantToday(finding, TODAY)).toMatchObject({ by: 'home', agency: { id: 'x-dien-dien' } });
});

test('a slip of the pen stays one, so that it is asked about', () => {
  expect(meant('xã Diên Diền')).toMatchObject({
    kind: 'found',
    agency: { id: 'x-dien-dien-2025' },
  });
  expect(meant('xã Diên Điềnn')).not.toMatchObject({ by: 'today' });
});
