import { readFileSync } from 'node:fs';

import type { CellValue, MergeRange, WriteSheet } from 'hucre/xlsx';

/** Rows and merged cells of a sheet as an office would lay it out. */
export type Form = { readonly rows: CellValue[][]; readonly merges: MergeRange[] };

const merge = (startRow: number, startCol: number, endRow: number, endCol: number): MergeRange => ({
  startRow,
  startCol,
  endRow,
  endCol,
});

/** Form II.06a of 3662/BC-SKHĐT, as printed: titles, merged header of three rows, "05", "00", total over two columns. */
export function formII06a(): Form {
  const rows: CellValue[][] = [
    ['Biểu số II.06a/VPCP/KSTT'],
    ['TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT'],
    ['Kỳ báo cáo: Quý III năm 2023'],
    ['(Từ ngày 15 tháng 06 năm 2023 đến ngày 14 tháng 09 năm 2023)'],
    [
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      '- Đơn vị báo cáo:\nSở Kế hoạch và Đầu tư\n- Đơn vị nhận báo cáo:\nVăn phòng UBND tỉnh',
    ],
    ['Đơn vị tính: Số hồ sơ TTHC.'],
    [
      'STT',
      'Lĩnh vực giải quyết',
      'Số lượng hồ sơ tiếp nhận',
      null,
      null,
      null,
      'Số lượng hồ sơ đã giải quyết',
      null,
      null,
      null,
      'Số lượng hồ sơ đang giải quyết',
      null,
      null,
    ],
    [
      null,
      null,
      'Tổng số',
      'Trong kỳ',
      null,
      'Từ kỳ trước',
      'Tổng số',
      'Trước hạn',
      'Đúng hạn',
      'Quá hạn',
      'Tổng số',
      'Trong hạn',
      'Quá hạn',
    ],
    [null, null, null, 'Trực tuyến', 'Trực tiếp, dịch vụ bưu chính'],
    [
      '(1)',
      '(2)',
      '(3)=(4)+(5)+ (6)',
      '(4)',
      '(5)',
      '(6)',
      '(7)=(8)+(9)+ (10)',
      '(8)',
      '(9)',
      '(10)',
      '(11)=(12)+(13)',
      '(12)',
      '(13)',
    ],
    [
      1,
      'Lĩnh vực đăng ký thành lập và hoạt động doanh nghiệp',
      2649,
      2493,
      19,
      137,
      2483,
      '00',
      2478,
      '05',
      166,
      166,
      '00',
    ],
    [2, 'Lĩnh vực Đầu tư tại Việt Nam', 69, '00', 46, 23, 42, 41, '01', '00', 27, 27, '00'],
    ['TỔNG CỘNG', null, 2718, 2493, 65, 160, 2525, 41, 2479, '05', 193, 193, '00'],
    [],
    [null, 'NGƯỜI LẬP BIỂU', null, null, null, null, null, null, null, 'GIÁM ĐỐC'],
  ];
  const merges = [
    ...[0, 1, 2, 3, 5].map((row) => merge(row, 0, row, 12)),
    merge(4, 8, 4, 12),
    merge(6, 0, 8, 0),
    merge(6, 1, 8, 1),
    merge(6, 2, 6, 5),
    merge(6, 6, 6, 9),
    merge(6, 10, 6, 12),
    merge(7, 3, 7, 4),
    ...[2, 5, 6, 7, 8, 9, 10, 11, 12].map((column) => merge(7, column, 8, column)),
    merge(12, 0, 12, 1),
  ];
  return { rows, merges };
}

/** Phụ lục 2 of 55/BC-UBND as printed, from the data file: marks, "-" for nil, percent cells, header on each page. */
export function phuLuc2(): WriteSheet {
  const lines = readFileSync('fixtures/figures/phu-luc-2-nam-2023.csv', 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  const header: CellValue[][] = [
    [
      'Stt',
      'Cơ quan, đơn vị, địa phương tiếp nhận hồ sơ',
      'Hồ sơ tiếp nhận',
      'Hồ sơ đã giải quyết xong',
      null,
      null,
      'Hồ sơ đang giải quyết',
      null,
      null,
      'Hồ sơ trễ hạn',
      null,
    ],
    [
      null,
      null,
      null,
      'Tổng',
      'Đúng hạn',
      'Trễ hạn',
      'Tổng',
      'Trong hạn',
      'Trễ hạn',
      'Số lượng',
      'Tỷ lệ',
    ],
  ];
  const rows: CellValue[][] = [
    ['Phụ lục 2'],
    ['KẾT QUẢ GIẢI QUYẾT HỒ SƠ TTHC NĂM 2023 CỦA CÁC CƠ QUAN, ĐƠN VỊ, ĐỊA PHƯƠNG'],
    ['(Đính kèm Báo cáo số 55/BC-UBND ngày 26/02/2024 của UBND tỉnh)'],
    ...header,
  ];
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  lines.forEach((line, index) => {
    if (index > 0 && index % 30 === 0) rows.push(...header);
    const [path = '', , , name = '', ...numbers] = line.split(',');
    const rate = Number(numbers.at(-1)) / 100;
    const counts = numbers.slice(0, -1).map((count) => (count === '0' ? '-' : Number(count)));
    cells.set(`${String(rows.length)},10`, { value: rate, style: { numFmt: '0.00%' } });
    const isTotal = path === 'TOTAL';
    rows.push([isTotal ? 'TỔNG' : markOf(path), isTotal ? null : name, ...counts, rate]);
  });
  rows.push([], ['Kỳ thống kê từ ngày 15/12/2022 đến 14/12/2023']);
  const merges = [
    ...[0, 1, 2].map((row) => merge(row, 0, row, 10)),
    ...[0, 1, 2].map((column) => merge(3, column, 4, column)),
    merge(3, 3, 3, 5),
    merge(3, 6, 3, 8),
    merge(3, 9, 3, 10),
  ];
  return { name: 'Phụ lục 2', rows, cells, merges };
}

/** "A.18.-.2" is printed "-", "C.VI" is printed "VI". */
function markOf(path: string): string {
  const parts = path.split('.');
  const sign = parts.find((part) => part === '-' || part === '+');
  return sign ?? parts.at(-1) ?? '';
}

/** The form as one-stop systems export it: a web page named .xls, with spans instead of merged cells. */
export function htmlOf({ rows, merges }: Form): string {
  const lines = rows.map((row, rowIndex) => {
    const cells = Array.from({ length: 13 }, (_, column) => {
      const span = merges.find(
        (each) =>
          rowIndex >= each.startRow &&
          rowIndex <= each.endRow &&
          column >= each.startCol &&
          column <= each.endCol,
      );
      if (span === undefined) return `<td>${textOf(row[column])}</td>`;
      if (span.startRow !== rowIndex || span.startCol !== column) return '';
      const width = span.endCol - span.startCol + 1;
      const height = span.endRow - span.startRow + 1;
      return `<td colspan="${String(width)}" rowspan="${String(height)}"><p>${textOf(row[column])}</p></td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const head =
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head>';
  return `${head}<body><table border="1">\n${lines.join('\n')}\n</table></body></html>\n`;
}

function textOf(value: CellValue | undefined): string {
  return String(value ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('\n', '<br>');
}
