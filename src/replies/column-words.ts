import { COUNT_WORDS } from './count-words.ts';

/**
 * The required columns of dossier lists, by the names under which they are found: those of
 * `fixtures/dossier-columns.yaml`, the usual ones first.
 */
const REQUIRED_OF_LISTS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  code: ['Mã hồ sơ', 'Số hồ sơ', 'Mã biên nhận', 'maHoSo'],
  agency: ['Cơ quan giải quyết', 'Cơ quan thực hiện', 'Đơn vị giải quyết', 'coQuanGiaiQuyet'],
  dueAt: ['Ngày hẹn trả', 'Hẹn trả kết quả', 'Hạn trả', 'Hạn xử lý', 'ngayHenTra'],
  state: ['Trạng thái', 'Tình trạng', 'Trạng thái xử lý', 'trangThai'],
};

/** Every other column by what it is called in a table. */
const OTHERS: Readonly<Record<string, string>> = {
  ...COUNT_WORDS,
  handlingUnit: 'Đơn vị xử lý',
  receptionPlace: 'Nơi tiếp nhận',
  desk: 'Người xử lý',
  step: 'Bước hiện tại',
  procedure: 'Tên thủ tục',
  field: 'Lĩnh vực',
  channel: 'Hình thức nộp',
  receivedAt: 'Ngày tiếp nhận',
  originalDueAt: 'Ngày hẹn trả ban đầu',
  extendedDueAt: 'Ngày hẹn trả mới',
  closedAt: 'Ngày kết thúc xử lý',
  returnedAt: 'Ngày trả kết quả',
  rejectedAt: 'Ngày từ chối',
  path: 'STT',
  name: 'tên cơ quan',
  overdueRate: 'tỷ lệ trễ hạn',
};

/** A column that is missing: what it is called, and by which other names it would be found. */
export function missingColumnWords(column: string): string {
  const names = Object.hasOwn(REQUIRED_OF_LISTS, column) ? REQUIRED_OF_LISTS[column] : undefined;
  if (names === undefined) return columnName(column);
  const [name, ...others] = names;
  return `${name} (hoặc ${others.join(', ')})`;
}

/** What a column is called; what is no column of ours as it stands. */
export function columnName(column: string): string {
  if (Object.hasOwn(REQUIRED_OF_LISTS, column)) return REQUIRED_OF_LISTS[column]?.[0] ?? column;
  return Object.hasOwn(OTHERS, column) ? (OTHERS[column] ?? column) : column;
}
