import type { Period } from '../calendar/period.ts';
import type { Provisional, Timeliness } from '../queries/timeliness.ts';
import type { CountedKind } from '../snapshots/counted.ts';
import { day } from './numbers.ts';
import { periodName, periodWithDays } from './period-names.ts';
import type { Block } from './reply.ts';

/** What an answer about one period has. */
type OfPeriod = { readonly period: Period; readonly timeliness: Timeliness };

/** "quý III/2023 (tạm tính, đếm từ danh sách hồ sơ)": in first lines and charts, which are passed on without the rest. */
export function periodTitle({ period, timeliness }: OfPeriod): string {
  return `${periodName(period)}${markText(timeliness)}`;
}

/** " (tạm tính, dữ liệu mẫu)": what a number is to be marked with wherever it stands; nothing for a final, reported one. */
export function markText({ provisional, counted }: Marked): string {
  const marks = [
    ...(provisional === null ? [] : ['tạm tính']),
    ...(counted === null ? [] : [COUNTED_MARKS[counted]]),
  ];
  return marks.length === 0 ? '' : ` (${marks.join(', ')})`;
}

const COUNTED_MARKS: Readonly<Record<CountedKind, string>> = {
  whole: 'đếm từ danh sách hồ sơ',
  part: 'đếm từ danh sách hồ sơ, chưa đủ',
  sample: 'dữ liệu mẫu',
};

const SHORT_MARKS: Readonly<Record<CountedKind, string>> = {
  whole: 'đếm',
  part: 'đếm chưa đủ',
  sample: 'mẫu',
};

/** The same where there is little room: "tạm tính", "đếm". */
export function shortMarks({ provisional, counted }: Marked): readonly string[] {
  return [
    ...(provisional === null ? [] : ['tạm tính']),
    ...(counted === null ? [] : [SHORT_MARKS[counted]]),
  ];
}

/** What to know of figures that were counted, as nothing was reported. */
const COUNTED_TEXTS: Readonly<Record<CountedKind, string>> = {
  whole: 'kỳ này chưa có số báo cáo, bot đếm từ danh sách hồ sơ',
  part: 'kỳ này chưa có số báo cáo, bot đếm từ danh sách hồ sơ; danh sách chưa đủ (thiếu hồ sơ xong trước khi có danh sách, thiếu đơn vị hoặc chưa cập nhật) nên tỷ lệ có thể cao hơn thực tế',
  sample: 'kỳ này chưa có số báo cáo, bot đếm từ dữ liệu mẫu, không phải hồ sơ thật',
};

/** "Kỳ: năm 2023 (15/12/2022–14/12/2023) — tạm tính, kỳ đang chạy, mới đến 20/09/2023". */
export function periodBlock(
  { period, timeliness }: OfPeriod,
  asOf: Temporal.PlainDate | null = null,
): Block {
  const marks = [
    ...caveats(timeliness),
    ...(timeliness.stale ? ['mới nhất hiện có, đã quá một năm'] : []),
  ];
  const days = asOf === null ? null : pastEndText(period, asOf);
  const name = days === null ? periodWithDays(period) : `${periodName(period)} (${days})`;
  return { kind: 'note', line: [[`Kỳ: ${name}`, ...marks].join(' — ')] };
}

/** "đến tháng 12/2023, tháng dương lịch": of figures that do not end with the reporting period; null where they do. */
function pastEndText({ to }: Period, asOf: Temporal.PlainDate): string | null {
  if (Temporal.PlainDate.compare(asOf, to) <= 0) return null;
  return asOf.day === asOf.daysInMonth
    ? `đến tháng ${String(asOf.month)}/${String(asOf.year)}, tháng dương lịch`
    : `đến ${day(asOf)}`;
}

/** " — tạm tính, kỳ đang chạy, mới đến 22/11/2026 — đếm từ danh sách hồ sơ": behind one of several numbers. */
export function sinceText({ provisional, counted }: Marked): string {
  const marks = [
    ...(provisional === null ? [] : [provisionalText(provisional)]),
    ...(counted === null ? [] : [COUNTED_MARKS[counted]]),
  ];
  return marks.map((mark) => ` — ${mark}`).join('');
}

function caveats({ provisional, counted }: Marked): readonly string[] {
  return [
    ...(provisional === null ? [] : [provisionalText(provisional)]),
    ...(counted === null ? [] : [COUNTED_TEXTS[counted]]),
  ];
}

type Marked = Pick<Timeliness, 'provisional' | 'counted'>;

/** "tạm tính, kỳ đang chạy, mới đến 20/10/2023". */
function provisionalText(provisional: Provisional): string {
  return `tạm tính, ${reachText(provisional)}`;
}

/** "kỳ đang chạy, mới đến 20/10/2023"; of a period that is over, how far its figures reach. */
export function reachText({ upTo, running }: Provisional): string {
  return `${running ? 'kỳ đang chạy, ' : 'số liệu '}mới đến ${day(upTo)}`;
}

/** Sides of a comparison that are provisional or counted, each by name; and whether all are old. */
export function sideTimelinessBlocks<S extends Pick<OfPeriod, 'timeliness'>>(
  sides: readonly S[],
  nameOf: (side: S) => string,
): readonly Block[] {
  const groups = Map.groupBy(sides, ({ timeliness }) => caveats(timeliness).join('; '));
  const notes = [...groups].flatMap(([words, alike]): Block[] =>
    words === '' ? [] : [{ kind: 'note', line: [`${alike.map(nameOf).join(', ')}: ${words}.`] }],
  );
  return [...notes, ...staleBlocks({ stale: sides.some(({ timeliness }) => timeliness.stale) })];
}

/** Said where no single period is named: by trends and comparisons. */
export function staleBlocks({ stale }: Pick<Timeliness, 'stale'>): readonly Block[] {
  return stale ? [{ kind: 'note', line: ['Số liệu mới nhất hiện có, đã quá một năm.'] }] : [];
}
