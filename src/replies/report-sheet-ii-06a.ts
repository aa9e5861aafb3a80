import type { CountName } from '../figures/counts.ts';
import type { ReportIn } from '../queries/report.ts';
import type { Reading } from '../snapshots/store.ts';
import type { FileSheet, HeaderCell } from './file-request.ts';
import { day } from './numbers.ts';
import { headerCells, reportColumns } from './report-columns.ts';
import { documentLines, reportNotes, reportPeriodName } from './report-lines.ts';
import { capital } from './sentence.ts';

/** Columns (3) to (13) of the form. */
const COUNTS: readonly CountName[] = [
  'received',
  'receivedOnline',
  'receivedDirectOrPostal',
  'carriedOver',
  'resolved',
  'resolvedEarly',
  'resolvedOnTime',
  'resolvedOverdue',
  'pending',
  'pendingWithin',
  'pendingOverdue',
];

/** The header of form II.06a/VPCP/KSTT: three rows, and the row that numbers the columns. */
const HEADER: readonly (readonly HeaderCell[])[] = [
  [
    { text: 'STT', down: 3 },
    { text: 'Lĩnh vực giải quyết', down: 3 },
    { text: 'Số lượng hồ sơ tiếp nhận', across: 4 },
    { text: 'Số lượng hồ sơ đã giải quyết', across: 4 },
    { text: 'Số lượng hồ sơ đang giải quyết', across: 3 },
  ],
  [
    { text: 'Tổng số', down: 2 },
    { text: 'Trong kỳ', across: 2 },
    { text: 'Từ kỳ trước', down: 2 },
    ...['Tổng số', 'Trước hạn', 'Đúng hạn', 'Quá hạn'].map((text) => ({ text, down: 2 })),
    ...['Tổng số', 'Trong hạn', 'Quá hạn'].map((text) => ({ text, down: 2 })),
  ],
  [{ text: 'Trực tuyến' }, { text: 'Trực tiếp, dịch vụ bưu chính' }],
  headerCells([
    '(1)',
    '(2)',
    '(3)=(4)+(5)+(6)',
    '(4)',
    '(5)',
    '(6)',
    '(7)=(8)+(9)+(10)',
    '(8)',
    '(9)',
    '(10)',
    '(11)=(12)+(13)',
    '(12)',
    '(13)',
  ]),
];

const WIDTHS = [6, 40, 17, 11, 16, 12, 18, 11, 11, 11, 17, 11, 11];

/** An agency by field, as form II.06a/VPCP/KSTT (Thông tư 01/2020/TT-VPCP) lays it out. */
export function ii06aSheet(answer: ReportIn<'ii06a'>): FileSheet {
  const { agency, period, fields, total } = answer;
  const name = reportPeriodName(answer);
  return {
    name: 'II.06a',
    title: [
      'Biểu số II.06a/VPCP/KSTT',
      'TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH',
      ...(name === null ? [] : [`Kỳ báo cáo: ${capital(name)}`]),
      `(Từ ngày ${day(period.from)} đến ngày ${day(period.to)})`,
      `Đơn vị báo cáo: ${agency.name}`,
      ...documentLines(answer),
      'Đơn vị tính: Số hồ sơ TTHC',
    ],
    columns: reportColumns(WIDTHS),
    header: HEADER,
    rows: [
      ...fields.map((reading, at) => [at + 1, reading.figure.field, ...countsOf(reading)]),
      ...(total === null ? [] : [['TỔNG CỘNG', null, ...countsOf(total)]]),
    ],
    totals: [fields.length],
    notes: [
      'Tổng số tiếp nhận gồm cả hồ sơ kỳ trước chuyển sang; tiếp nhận = đã giải quyết + đang giải quyết.',
      ...reportNotes(answer),
    ],
  };
}

function countsOf({ figure }: Reading): readonly (number | null)[] {
  return COUNTS.map((name) => figure.counts[name]);
}
