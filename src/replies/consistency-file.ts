import { isImpossible } from '../calendar/period.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import { dayOf } from '../clock.ts';
import type { ConsistencyAnswer, Weighed } from '../queries/consistency.ts';
import { findingNumbers } from '../snapshots/finding-numbers.ts';
import type { Finding, FindingCode } from '../snapshots/finding.ts';
import type { Quarantined } from '../snapshots/store.ts';
import { fold } from '../vietnamese/fold.ts';
import { COUNT_WORDS } from './count-words.ts';
import { countedSheets } from './counted-sheet.ts';
import type { FileRequest, FileSheet } from './file-request.ts';
import { findingText } from './finding-text.ts';
import { momentText } from './moment-words.ts';
import { numberedSheet, sheetTitle } from './numbered-sheet.ts';
import { count, day, percent } from './numbers.ts';
import { periodName } from './period-names.ts';
import { problemText } from './problem-text.ts';
import { capital } from './sentence.ts';
import { SEVERITY_WORDS } from './severity-words.ts';
import { documentName } from './source-line.ts';

/** All findings of /doi-chieu as a table: what is printed and what follows stand side by side, nothing is corrected. */
export function consistencyFile(answer: ConsistencyAnswer, now: Temporal.Instant): FileRequest {
  const of = [answer.agency.shortName, ...periodsIn(answer)].map(fold).join(' ');
  return {
    kind: 'workbook',
    name: `doi-chieu-${of.replaceAll(/[^a-z0-9]+/gu, '-')}-${dayOf(now).toString()}.xlsx`,
    sheets: [
      findingSheet(answer, now),
      ...countedSheets(answer, now),
      ...setAsideSheets(answer, now),
    ],
  };
}

/** The periods that were looked at, by name; none = all there are. */
function periodsIn({ periods }: ConsistencyAnswer): readonly string[] {
  return periods.flatMap((period) => (isImpossible(period) ? [] : [periodName(period)]));
}

function findingSheet(answer: ConsistencyAnswer, now: Temporal.Instant): FileSheet {
  const { agency, findings } = answer;
  const subject = ['đối chiếu số liệu', ...periodsIn(answer)].join(' ').toLocaleUpperCase('vi');
  return numberedSheet({
    name: 'Đối chiếu',
    title: sheetTitle({ agency, now }, subject),
    columns: [
      { header: 'Mức độ', width: 11, align: 'center' },
      { header: 'Cơ quan', width: 36, align: 'left' },
      { header: 'Kỳ', width: 18, align: 'left' },
      { header: 'Chỉ tiêu', width: 26, align: 'left' },
      { header: 'Số ghi', width: 12, align: 'right' },
      { header: 'Số đối chiếu', width: 12, align: 'right' },
      { header: 'Chênh lệch', width: 12, align: 'right' },
      { header: 'Nội dung', width: 70, align: 'left' },
      { header: 'Nguồn', width: 44, align: 'left' },
      { header: 'Số liệu đến', width: 12, align: 'center' },
    ],
    rows: findings.map(findingRow),
    notes: ['Số ghi là số công bố; không số nào được sửa.'],
  });
}

function findingRow({ severity, agency, snapshot, finding }: Weighed) {
  const { what, printed, other } = numbersOf(finding);
  return [
    capital(SEVERITY_WORDS[severity]),
    agency.name,
    capital(periodName(parsePeriodKey(snapshot.period))),
    what,
    printed,
    other,
    typeof printed === 'number' && typeof other === 'number' ? other - printed : null,
    `${capital(findingText(finding))}.`,
    documentName(snapshot),
    day(snapshot.asOf),
  ];
}

/** What is printed and what it is held against, as people read it. */
function numbersOf(finding: Finding) {
  const { of, printed, other } = findingNumbers(finding);
  if (of === 'rate') {
    const rate = printed === null ? '' : percent(printed);
    return { what: 'Tỷ lệ trễ hạn', printed: rate, other: percent(other) };
  }
  return { what: WHAT[finding.code] ?? capital(COUNT_WORDS[of]), printed: printed ?? GONE, other };
}

const GONE = 'không còn';

/** Where it is not the name of a column. */
const WHAT: Partial<Readonly<Record<FindingCode, string>>> = {
  carriedOverDiffers: 'Kỳ trước chuyển sang / đang giải quyết',
  rowDisappeared: 'Dòng trong bảng',
};

function setAsideSheets(
  { agency, setAside }: ConsistencyAnswer,
  now: Temporal.Instant,
): readonly FileSheet[] {
  if (setAside.count === 0) return [];
  const rest = setAside.count - setAside.newest.length;
  return [
    numberedSheet({
      name: 'Gác lại',
      title: sheetTitle({ agency, now }, 'SỐ LIỆU KHÔNG ĐƯỢC NẠP'),
      columns: [
        { header: 'Lúc', width: 17, align: 'center' },
        { header: 'Nguồn', width: 18, align: 'left' },
        { header: 'Lý do', width: 90, align: 'left' },
      ],
      rows: setAside.newest.flatMap(reasonRows),
      notes: [
        'Số liệu bị gác lại nguyên vẹn; số đang dùng không thay đổi.',
        ...(rest > 0 ? [`Còn ${count(rest)} lần trước đó trong 7 ngày qua không liệt kê.`] : []),
      ],
    }),
  ];
}

function reasonRows({ at, source, problems }: Quarantined) {
  return problems.map((problem) => [momentText(at), source, problemText(problem)]);
}
