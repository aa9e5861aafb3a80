import { hundredthsOfPercent } from '../figures/fraction.ts';
import { rateBy } from '../figures/rate.ts';
import type { ReportAnswer, ReportRow } from '../queries/report.ts';
import type { Reading } from '../snapshots/store.ts';
import { uniqueBy } from '../unique-by.ts';
import { findingText } from './finding-text.ts';
import { FORMULA_WORDS, formulaWords } from './metric-words.ts';
import { count, day, percent, quotient } from './numbers.ts';
import { reachText } from './period-block.ts';
import { periodName } from './period-names.ts';
import { sourceText } from './source-line.ts';

/** Agencies told of on paper before the others are only counted. */
const TOLD = 12;

/** The period as headings name it; null where days alone say what it is. */
export function reportPeriodName({ period }: ReportAnswer): string | null {
  return period.kind === 'range' ? null : periodName(period);
}

/** "Kỳ thống kê từ ngày 15/12/2022 đến ngày 14/12/2023". */
export function daysLine({ period: { from, to } }: ReportAnswer): string {
  return `Kỳ thống kê từ ngày ${day(from)} đến ngày ${day(to)}`;
}

/** The one report that all rows are from, and whether the figures are provisional: both belong into the heading. */
export function documentLines({ heads, timeliness }: ReportAnswer): readonly string[] {
  const [head, ...others] = uniqueBy(heads, ({ document }) => document.number ?? '');
  const { number, issuedOn, title } = head?.document ?? { number: null, issuedOn: null, title: '' };
  const isReport = number !== null && issuedOn !== null && title.startsWith('Báo cáo');
  const { provisional } = timeliness;
  return [
    ...(isReport && others.length === 0
      ? [`(Theo Báo cáo số ${number} ngày ${day(issuedOn)})`]
      : []),
    ...(provisional === null ? [] : [`(Số liệu tạm tính: ${reachText(provisional)})`]),
  ];
}

/** Paper is passed on alone: formula, source and what makes the figures doubtful stand on it. */
export function reportNotes(answer: ReportAnswer): readonly string[] {
  const { heads } = answer;
  const otherwise = otherwisePrinted(answer);
  const readings =
    answer.form === 'ii06a' ? answer.fields : answer.rows.map(({ reading }) => reading);
  return [
    `Tỷ lệ trễ hạn${ownRate(answer)} = ${FORMULA_WORDS.OVERDUE_TOTAL_OVER_HANDLED}.${printedNote(answer)}`,
    ...(otherwise === null ? [] : [otherwise]),
    `${sourceText(heads)}.`,
    ...doubtNotes(answer),
    ...(readings.some(isMissing) ? ['Ô để trống: văn bản nguồn không có số này.'] : []),
  ];
}

/** The form by field has no column for it. */
function ownRate(answer: ReportAnswer): string {
  if (answer.form !== 'ii06a' || answer.total === null) return '';
  const rate = rateBy('OVERDUE_TOTAL_OVER_HANDLED', answer.total.figure.counts);
  if (rate.kind !== 'rate') return '';
  const { numerator, denominator } = rate.fraction;
  return ` ${percent(hundredthsOfPercent(rate.fraction))} (${quotient(numerator, denominator)})`;
}

/** What does not fit together, agency by agency. */
function doubtNotes({ doubts }: ReportAnswer): readonly string[] {
  if (doubts.length === 0) return [];
  const groups = [...Map.groupBy(doubts, ({ agency }) => agency)];
  const rest = groups.length - TOLD;
  return [
    'Chỗ chưa khớp (số trong bảng là số công bố, không sửa):',
    ...groups.slice(0, TOLD).map(([agency, of]) => {
      const texts = of.map(({ finding }) => findingText(finding));
      return `- ${agency.name}: ${texts.join('; ')}.`;
    }),
    ...(rest > 0 ? [`- … và ${count(rest)} cơ quan nữa, xem /doi-chieu.`] : []),
  ];
}

function printedNote(answer: ReportAnswer): string {
  const hasPrinted = rowsIn(answer).some(({ reading }) => printedByColumn(reading) !== null);
  return hasPrinted ? ' Tỷ lệ trong bảng là tỷ lệ in trong văn bản nguồn.' : '';
}

/** The printed rate of a row if it is computed as the column of Phụ lục 2 says; null where none is, or by another formula. */
export function printedByColumn({ figure, snapshot }: Reading): number | null {
  return snapshot.formula === 'OVERDUE_TOTAL_OVER_HANDLED' ? figure.printedOverdue : null;
}

/** Rates as printed that would be wrong under the formula of the column: 0,96% is 63/6.571, and the column says 85/7.718. */
export function otherwisePrinted(answer: ReportAnswer): string | null {
  const printed = rowsIn(answer).flatMap(({ agency, reading }) => {
    const { printedOverdue } = reading.figure;
    if (printedOverdue === null || printedByColumn(reading) !== null) return [];
    return [
      `${agency.name} ${percent(printedOverdue)} (${formulaWords(reading.snapshot.formula)})`,
    ];
  });
  if (printed.length === 0) return null;
  const rest = printed.length - TOLD;
  const more = rest > 0 ? `; … và ${count(rest)} cơ quan nữa` : '';
  return `Văn bản nguồn in tỷ lệ tính cách khác: ${printed.slice(0, TOLD).join('; ')}${more}.`;
}

/** Only Phụ lục 2 has a column of rates. */
function rowsIn(answer: ReportAnswer): readonly ReportRow[] {
  return answer.form === 'phuLuc2' ? answer.rows : [];
}

function isMissing({ figure }: Reading): boolean {
  const { received, resolved, pending } = figure.counts;
  return [received, resolved, pending].includes(null);
}
