import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { writeXlsx } from 'hucre/xlsx';

import type { Agency } from '../../src/agencies/agency.ts';

/** Eleven columns that are read, as one-stop systems have them, and two of the applicant's that are not. */
const TITLES = [
  'Mã hồ sơ',
  'Tên thủ tục',
  'Lĩnh vực',
  'Cơ quan giải quyết',
  'Đơn vị xử lý',
  'Bước hiện tại',
  'Kênh',
  'Trạng thái',
  'Ngày tiếp nhận',
  'Ngày hẹn trả',
  'Ngày kết thúc xử lý',
];
const APPLICANT = ['Chủ hồ sơ', 'Số điện thoại'];

const PROCEDURES = Array.from(
  { length: 300 },
  (_, at) => `Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần ${at}`,
);

/** What a dossier of the list must be read as. */
export function procedureOf(index: number): string {
  return PROCEDURES[index % PROCEDURES.length] ?? '';
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function cellsOf(index: number, agencies: readonly Agency[]): readonly string[] {
  const [day, month] = [two(1 + (index % 28)), two(1 + (index % 9))];
  const isClosed = index % 3 === 0;
  return [
    `H32.${two(index % 40)}-23${month}${day}-${String(index).padStart(7, '0')}`,
    procedureOf(index),
    ['Đất đai', 'Hộ tịch', 'Xây dựng'][index % 3] ?? '',
    agencies[index % agencies.length]?.name ?? '',
    `Phòng chuyên môn số ${index % 9}`,
    ['Thẩm định hồ sơ', 'Chờ phê duyệt', 'Trả kết quả'][index % 3] ?? '',
    index % 4 === 0 ? 'Trực tuyến' : 'Trực tiếp',
    isClosed ? 'Đã trả kết quả' : 'Đang xử lý',
    `${day}/${month}/2023 ${two(7 + (index % 9))}:${two(index % 60)}`,
    `${day}/1${index % 3}/2023`,
    isClosed ? `${day}/11/2023 10:${two(index % 60)}` : '',
  ];
}

function* csvLines(count: number, agencies: readonly Agency[]): Generator<string> {
  yield `${[...TITLES, ...APPLICANT].join(',')}\n`;
  for (let index = 0; index < count; index += 1) {
    const cells = [...cellsOf(index, agencies), `Nguyễn Thị Kín ${index}`, '0905123456'];
    yield `${cells.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',')}\n`;
  }
}

/** Writes a list of so many dossiers as CSV. */
export async function writeCsvList(
  path: string,
  count: number,
  agencies: readonly Agency[],
): Promise<void> {
  await pipeline(Readable.from(csvLines(count, agencies)), createWriteStream(path));
}

/** Writes a list of so many dossiers as a spreadsheet of eleven columns. */
export async function writeXlsxList(
  path: string,
  count: number,
  agencies: readonly Agency[],
): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) => [...cellsOf(index, agencies)]);
  await writeFile(path, await writeXlsx({ sheets: [{ name: 'DS', rows: [TITLES, ...rows] }] }));
}
