import { expect, test } from 'vitest';

import { AgencyId, type Level } from '../../src/agencies/agency.ts';
import { totalOf } from '../../src/agencies/total-of.ts';
import { directory } from './khanh-hoa.ts';

test.each<[Level, string | null, string | null]>([
  ['district', null, 'khoi-huyen'],
  ['commune', null, 'khoi-xa'],
  ['department', null, 'khoi-so-nganh'],
  ['branch', null, 'khoi-vpdkdd'],
  ['verticalSector', null, 'nganh-doc'],
  ['district', 'toan-tinh', 'khoi-huyen'],
  ['commune', 'h-cam-lam', 'cap-xa-cam-lam'],
  ['commune', 'cap-xa-nha-trang', 'cap-xa-nha-trang'],
  ['department', 'h-cam-lam', null],
  ['province', null, null],
])('all of level %s within %s are counted by %s', (level, within, total) => {
  const id = within === null ? null : AgencyId.parse(within);
  expect(totalOf(directory, { level, within: id })?.id ?? null).toBe(total);
});
