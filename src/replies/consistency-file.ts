import { parsePeriodKey } from '../calendar/periods.ts';
import { dayOf } from '../clock.ts';
import type { ConsistencyAnswer, Weighed } from '../queries/consistency.ts';
import type { Finding } from '../snapshots/finding.ts';
import type { Quarantined } from '../snapshots/store.ts';
import { fold } from '../vietnamese/fold.ts';
import { COUNT_WORDS } from './count-words.ts';
import type { FileRequest, FileSheet } from './file-request.ts';
import { findingText } from './finding-text.ts';
import { momentText, momentWords } from './moment-words.ts';
import { day, percent } from './numbers.ts';
import { periodName } from './period-names.ts';
import { problemText } from './problem-text.ts';
import { capital } from './sentence.ts';
import { SEVERITY_WORDS } from './severity-words.ts';
import { documentName } from './source-line.ts';

/** All findings of /doi-chieu as a table: what is printed and what follows stand side by side, nothing is corrected. */
export function consistencyFile(answer: ConsistencyAnswer, now: Temporal.Instant): FileRequest {
  const place = fold(answer.agency.shortName).replaceAll(' ', '-');
  return {
    kind: 'workbook',
    name: `doi-chieu-${place}-${dayOf(now).toString()}.xlsx`,
    sheets: [findingSheet(answer, now), ...setAsideSheets(answer, now)],
  };
}

function findingSheet({ agency, findings }: ConsistencyAnswer, now: Temporal.Instant): FileSheet {
  return {
    name: 'Đối chiếu',
    title: [
      agency.name.toLocaleUpperCase('vi'),
      'ĐỐI CHIẾU SỐ LIỆU',
      `Tính đến ${momentWords(now)}`,
    ],
    columns: [
      { header: 'STT', width: 6, align: 'center' },
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
    rows: findings.map((weighed, at) => findingRow(weighed, at + 1)),
    notes: ['Số ghi là số công bố; không số nào được sửa.'],
  };
}

function findingRow({ severity, agency, snapshot, finding }: Weighed, nth: number) {
  const { what, printed, other } = numbersOf(finding);
  return [
    nth,
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

/** What is printed and what it is held against; rates as people read them. */
type Numbers = {
  readonly what: string;
  readonly printed: number | string;
  readonly other: number | string;
};

function numbersOf(finding: Finding): Numbers {
  if ('column' in finding) return ofColumn(finding);
  switch (finding.code) {
    case 'rateDoesNotFollow':
      return {
        what: 'Tỷ lệ trễ hạn',
        printed: percent(finding.printed),
        other: percent(finding.computed),
      };
    case 'carriedOverDiffers':
      return {
        what: 'Kỳ trước chuyển sang / đang giải quyết',
        printed: finding.carriedOver,
        other: finding.pending,
      };
    case 'rowDisappeared':
      return { what: 'Dòng trong bảng', printed: 'không còn', other: finding.before.value };
    case 'balanceDoesNotClose':
    case 'handledExceedReceived':
      return { what: 'Tiếp nhận', printed: finding.received, other: finding.handled };
    case 'receivedUnaccounted':
      return {
        what: 'Tiếp nhận',
        printed: finding.received,
        other: finding.received - finding.unaccounted,
      };
  }
}

function ofColumn(finding: Extract<Finding, { readonly column: unknown }>): Numbers {
  const what = capital(COUNT_WORDS[finding.column]);
  switch (finding.code) {
    case 'childrenDoNotAddUp':
      return { what, printed: finding.printed, other: finding.sumOfChildren };
    case 'leavesDoNotAddUp':
      return { what, printed: finding.printed, other: finding.sumOfLeaves };
    case 'rowDoesNotAddUp':
      return { what, printed: finding.printed, other: finding.sumOfParts };
    case 'partExceedsTotal':
      return { what, printed: finding.printed, other: finding.printedTotal };
    case 'counterRanBackwards':
    case 'implausibleJump':
      return { what, printed: finding.now, other: finding.before.value };
    case 'sourcesDisagree':
      return { what, printed: finding.here, other: finding.there };
  }
}

function setAsideSheets(
  { agency, setAside }: ConsistencyAnswer,
  now: Temporal.Instant,
): readonly FileSheet[] {
  if (setAside.length === 0) return [];
  return [
    {
      name: 'Gác lại',
      title: [
        agency.name.toLocaleUpperCase('vi'),
        'SỐ LIỆU KHÔNG ĐƯỢC NẠP',
        `Tính đến ${momentWords(now)}`,
      ],
      columns: [
        { header: 'STT', width: 6, align: 'center' },
        { header: 'Lúc', width: 17, align: 'center' },
        { header: 'Nguồn', width: 18, align: 'left' },
        { header: 'Lý do', width: 90, align: 'left' },
      ],
      rows: setAside.flatMap(reasonRows).map((row, at) => [at + 1, ...row]),
      notes: ['Số liệu bị gác lại nguyên vẹn; số đang dùng không thay đổi.'],
    },
  ];
}

function reasonRows({ at, source, problems }: Quarantined) {
  return problems.map((problem) => [momentText(at), source, problemText(problem)]);
}
