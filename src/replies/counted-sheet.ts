import type { Agency } from '../agencies/agency.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import type { CountedDifferences } from '../queries/counted-differences.ts';
import { COUNT_WORDS } from './count-words.ts';
import type { FileSheet } from './file-request.ts';
import { numberedSheet, sheetTitle } from './numbered-sheet.ts';
import { day } from './numbers.ts';
import { periodName } from './period-names.ts';
import { capital } from './sentence.ts';
import { documentName } from './source-line.ts';

/** Every column in which dossiers give another number than what was reported, one row each; no sheet where there is none. */
export function countedSheets(
  { agency, counted }: { readonly agency: Agency; readonly counted: readonly CountedDifferences[] },
  now: Temporal.Instant,
): readonly FileSheet[] {
  if (counted.length === 0) return [];
  return [
    numberedSheet({
      name: 'Đếm từ hồ sơ',
      title: sheetTitle({ agency, now }, 'SỐ BÁO CÁO VÀ SỐ ĐẾM TỪ DANH SÁCH HỒ SƠ'),
      columns: [
        { header: 'Cơ quan', width: 36, align: 'left' },
        { header: 'Kỳ', width: 18, align: 'left' },
        { header: 'Chỉ tiêu', width: 30, align: 'left' },
        { header: 'Số báo cáo', width: 12, align: 'right' },
        { header: 'Đếm được', width: 12, align: 'right' },
        { header: 'Chênh lệch', width: 12, align: 'right' },
        { header: 'Nguồn số báo cáo', width: 44, align: 'left' },
        { header: 'Báo cáo đến', width: 12, align: 'center' },
        { header: 'Danh sách đến', width: 14, align: 'center' },
      ],
      rows: counted.flatMap(rowsOf),
      notes: ['Số đếm chỉ để đối chiếu; không số báo cáo nào được sửa.'],
    }),
  ];
}

function rowsOf({ agency, period, differences, reported, counted }: CountedDifferences) {
  return differences.map((one) => [
    agency.name,
    capital(periodName(parsePeriodKey(period))),
    capital(COUNT_WORDS[one.column]),
    one.reported,
    one.counted,
    one.counted - one.reported,
    documentName(reported),
    day(reported.asOf),
    day(counted.asOf),
  ]);
}
