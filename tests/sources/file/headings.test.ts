import { describe, expect, test } from 'vitest';

import { periodKey } from '../../../src/calendar/periods.ts';
import { readHeading } from '../../../src/sources/file/heading.ts';
import { namedPeriod } from '../../../src/sources/file/named-period.ts';

const rowsOf = (...lines: readonly string[]) =>
  lines.map((line, index) => ({ number: index + 1, cells: [line] }));

describe('named periods', () => {
  test.each([
    ['Kỳ báo cáo: Quý III năm 2023', '2023-Q3'],
    ['QUÝ IV/2023', '2023-Q4'],
    ['quý 1 năm 2024', '2024-Q1'],
    ['Tháng 10 năm 2023', '2023-M10'],
    ['tháng 02/2024', '2024-M02'],
    ['06 tháng đầu năm 2023', '2023-H1'],
    ['6 tháng cuối năm 2023', '2023-H2'],
    ['9 tháng năm 2023', '2023-9M'],
    ['KẾT QUẢ GIẢI QUYẾT HỒ SƠ TTHC NĂM 2023 CỦA CÁC CƠ QUAN', '2023'],
    ['K\u1EBFt qua\u0309 n\u0103m 2020', '2020'],
  ])('%s → %s', (line, key) => {
    const period = namedPeriod(line);
    expect(period && periodKey(period)).toBe(key);
  });

  test.each(['Khánh Hòa, ngày 26 tháng 02 năm 2024', 'Quý V', 'Kỳ báo cáo', ''])(
    'none in "%s"',
    (line) => {
      expect(namedPeriod(line)).toBeNull();
    },
  );
});

describe('lines around a table', () => {
  test.each([
    ['(Từ ngày 15 tháng 06 năm 2023 đến ngày 14 tháng 09 năm 2023)', '2023-Q3'],
    ['Kỳ thống kê từ ngày 15/12/2022 đến 14/12/2023', '2023'],
    ['từ 1/3/2024 đến hết ngày 20/3/2024', '2024-03-01..2024-03-20'],
  ])('%s → %s', (line, key) => {
    const { days } = readHeading(rowsOf(line));
    expect(days && periodKey(days)).toBe(key);
  });

  test.each([
    'từ ngày 15/06/20223 đến ngày 14/09/2023',
    'từ ngày 31/6/2023 đến ngày 14/9/2023',
    'từ ngày 14/9/2023 đến ngày 15/6/2023',
  ])('impossible days are not days: %s', (line) => {
    expect(readHeading(rowsOf(line)).days).toBeNull();
  });

  test.each([
    ['Từ ngày 15/06/20223 đến ngày 14/09/2023', '15/06/20223', null],
    ['từ ngày 15 tháng 6 năm 2023 đến ngày 31 tháng 9 năm 2023', '31 tháng 9 năm 2023', null],
    ['(Đính kèm Báo cáo số 55/BC-UBND ngày 17/08/20223)', null, '17/08/20223'],
    ['Ngày 17/08/20223, Sở Y tế ban hành văn bản', null, null],
  ])('%s is told of as printed, if anything hangs on it', (line, period, document) => {
    expect(readHeading(rowsOf(line)).impossible).toEqual({ period, document });
  });

  test.each([
    [['Đơn vị báo cáo: Sở Y tế']],
    [['- Đơn vị báo cáo:', 'Sở Y tế', '- Đơn vị nhận báo cáo:', 'Văn phòng UBND tỉnh']],
    [['- Đơn vị báo cáo:', '- Đơn vị nhận báo cáo:', 'Sở Y tế', 'Văn phòng UBND tỉnh']],
    [['- Đơn vị báo cáo:\nSở Y tế\n- Đơn vị nhận báo cáo:\nVăn phòng UBND tỉnh']],
  ])('the reporting agency, never the receiving one: %j', (lines) => {
    expect(readHeading(rowsOf(...lines)).agency).toBe('Sở Y tế');
  });

  test('the document with the marks of its number', () => {
    const line = '(Đính kèm Báo cáo số 3662 /BC-SKHĐT ngày 18/9/2023 của Sở Kế hoạch và Đầu tư)';
    const { document } = readHeading(rowsOf('Phụ lục', line));
    expect(document?.number).toBe('3662/BC-SKHĐT');
    expect(document?.issuedOn.toString()).toBe('2023-09-18');
  });

  test('nothing printed is nothing known', () => {
    expect(readHeading(rowsOf('Biểu số 1'))).toEqual({
      days: null,
      named: null,
      agency: null,
      document: null,
      impossible: { period: null, document: null },
    });
  });
});
