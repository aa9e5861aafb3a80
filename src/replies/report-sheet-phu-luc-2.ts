import { hundredthsOfPercent } from '../figures/fraction.ts';
import { overdueTotal, rateBy } from '../figures/rate.ts';
import type { ReportIn, ReportRow } from '../queries/report.ts';
import type { FileCell, FileSheet, HeaderCell } from './file-request.ts';
import { count } from './numbers.ts';
import { headerCells, reportColumns } from './report-columns.ts';
import {
  daysLine,
  documentLines,
  printedByColumn,
  reportNotes,
  reportPeriodName,
} from './report-lines.ts';

/** The two header rows of Phụ lục 2. */
const HEADER: readonly (readonly HeaderCell[])[] = [
  [
    { text: 'Stt', down: 2 },
    { text: 'Cơ quan, đơn vị, địa phương tiếp nhận hồ sơ', down: 2 },
    { text: 'Hồ sơ tiếp nhận', down: 2 },
    { text: 'Hồ sơ đã giải quyết xong', across: 3 },
    { text: 'Hồ sơ đang giải quyết', across: 3 },
    { text: 'Hồ sơ trễ hạn', across: 2 },
  ],
  headerCells(['Tổng', 'Đúng hạn', 'Trễ hạn', 'Tổng', 'Trong hạn', 'Trễ hạn', 'Số lượng', 'Tỷ lệ']),
  headerCells([
    '(1)',
    '(2)',
    '(3)',
    '(4)=(5)+(6)',
    '(5)',
    '(6)',
    '(7)=(8)+(9)',
    '(8)',
    '(9)',
    '(10)=(6)+(9)',
    '(11)=(10)/ ((4)+(7))',
  ]),
];

const WIDTHS = [10, 48, 13, 13, 12, 11, 13, 12, 11, 13, 15];

/**
 * An agency and all that belongs to it, as Phụ lục 2 lays them out. The province is the whole table, with its total at
 * the end; anything else is an extract, whose rows bear their full place in the table.
 */
export function phuLuc2Sheet(answer: ReportIn<'phuLuc2'>): FileSheet {
  const { agency, rows } = answer;
  const isWhole = agency.officialPath === 'TOTAL';
  // Agencies of later years have no place in the table.
  const isPlaced = agency.officialPath !== null;
  const ordered = isWhole ? [...rows.slice(1), ...rows.slice(0, 1)] : rows;
  const name = reportPeriodName(answer);
  const period = name === null ? '' : ` ${name.toLocaleUpperCase('vi')}`;
  const of = isWhole ? 'CÁC CƠ QUAN, ĐƠN VỊ, ĐỊA PHƯƠNG' : agency.name.toLocaleUpperCase('vi');
  return {
    name: 'Phụ lục 2',
    title: [
      isWhole ? 'Phụ lục 2' : isPlaced ? 'Trích Phụ lục 2' : 'Theo mẫu Phụ lục 2',
      `KẾT QUẢ GIẢI QUYẾT HỒ SƠ TTHC${period} CỦA ${of}`,
      ...documentLines(answer),
    ],
    columns: reportColumns(WIDTHS),
    header: HEADER,
    rows: ordered.map((row, at) => (isWhole ? wholeRow(row) : extractRow(row, at + 1))),
    totals: ordered.flatMap(({ agency: { level } }, at) =>
      level === 'group' || level === 'province' ? [at] : [],
    ),
    notes: [
      daysLine(answer),
      // A reader of the file can tell whether it is all there.
      ...(isWhole ? [] : [`Bảng trích gồm ${count(rows.length)} dòng.`]),
      ...reportNotes(answer),
    ],
  };
}

function wholeRow(row: ReportRow): readonly FileCell[] {
  const { officialPath, name } = row.agency;
  if (officialPath === 'TOTAL') return ['TỔNG', null, ...cellsOf(row)];
  return [markOf(officialPath ?? ''), name, ...cellsOf(row)];
}

function extractRow(row: ReportRow, nth: number): readonly FileCell[] {
  return [row.agency.officialPath ?? nth, row.agency.name, ...cellsOf(row)];
}

/** "C.VI" is printed "VI", "A.18.-.2" is printed "-", "A.18" is printed "18". */
function markOf(path: string): string {
  const parts = path.split('.');
  return parts.find((part) => part === '-' || part === '+') ?? parts.at(-1) ?? '';
}

function cellsOf({ reading }: ReportRow): readonly FileCell[] {
  const { counts } = reading.figure;
  return [
    counts.received,
    counts.resolved,
    // Where early is counted apart, the table means both.
    counts.resolvedEarly === null || counts.resolvedOnTime === null
      ? counts.resolvedOnTime
      : counts.resolvedEarly + counts.resolvedOnTime,
    counts.resolvedOverdue,
    counts.pending,
    counts.pendingWithin,
    counts.pendingOverdue,
    overdueTotal(counts),
    rateCell(printedByColumn(reading) ?? computed(counts)),
  ];
}

function computed(counts: Parameters<typeof rateBy>[1]): number | null {
  const rate = rateBy('OVERDUE_TOTAL_OVER_HANDLED', counts);
  return rate.kind === 'rate' ? hundredthsOfPercent(rate.fraction) : null;
}

function rateCell(hundredths: number | null): FileCell {
  return hundredths === null ? null : { percent: hundredths };
}
