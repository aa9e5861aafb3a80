import { expect, test } from 'vitest';

import { withoutPersonal } from '../../src/audit/without-personal.ts';

test.each([
  ['hồ sơ của 056123456789 đâu', 'hồ sơ của […] đâu'],
  ['gọi 0905 123 456 nhé', 'gọi […] nhé'],
  ['gọi 0905.123.456 hoặc +84-905-123-456', 'gọi […] hoặc +[…]'],
  ['CMND 225 123 456', 'CMND […]'],
  ['mã 000.00.12.H32-230915-0012', 'mã 000.00.12.H[…]'],
  ['gửi lan.nguyen@khanhhoa.gov.vn', 'gửi […]'],
  ['/gan-nhom 482913', '/gan-nhom […]'],
])('%j is kept as %j', (typed, kept) => {
  expect(withoutPersonal(typed)).toBe(kept);
});

test.each([
  '/tre-han Nha Trang 6 tháng đầu năm 2023',
  'từ 15/12/2022 đến 14/12/2023',
  'so sánh 2020 và 2023',
  '@DungHenBot quý 3 năm 2023 thế nào?',
  '/tre_han@dung_hen_bot Nha Trang',
  '134.041.693.402 đồng, 135.943 giao dịch',
  '109/14.114 hồ sơ = 0,77%',
])('%j is kept as it is', (typed) => {
  expect(withoutPersonal(typed)).toBe(typed);
});

test('of a long text the beginning is kept', () => {
  expect(withoutPersonal('a'.repeat(2000))).toBe('a'.repeat(1000));
});
