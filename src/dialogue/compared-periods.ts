import { periodText } from '../asking/period-text.ts';
import { type PeriodAsked, type PossiblePeriod, isImpossible } from '../calendar/period.ts';
import { uniqueBy } from '../unique-by.ts';
import type { Act, Piece } from './sense.ts';

type Part = Exclude<PossiblePeriod, { kind: 'year' | 'years' | 'relative' }>;

/** The periods as they stand. One that cannot be is the only one: it has to be put right before anything is asked. */
export function periodsIn(pieces: readonly Piece[]): readonly PeriodAsked[] {
  const all = pieces.flatMap(({ sense }) => (sense?.kind === 'period' ? [sense.asked] : []));
  const impossible = all.find(isImpossible);
  return impossible === undefined ? all : [impossible];
}

/**
 * The periods as a comparison with "cùng kỳ" means them: "6 tháng đầu năm 2023 so với cùng kỳ năm 2022" are two first
 * halves, and "quý 3 năm 2023 so với cùng kỳ" is that quarter and the one a year before.
 */
export function periodsSaid(pieces: readonly Piece[]): readonly PeriodAsked[] {
  const periods = uniqueBy(periodsIn(pieces), periodText);
  const same = pieces.findIndex(({ sense }) => sense?.kind === 'act' && sense.act === 'lastYear');
  if (same === -1) return saysWholeYear(pieces) ? withWholeYear(periods) : periods;
  // "So với cùng kỳ năm 2022": the year behind the words is the other side.
  const isOther = pieces[same + 1]?.sense?.kind === 'period';
  return periods.length === 1 && isOther ? periods : withSamePeriod(periods);
}

function saysWholeYear(pieces: readonly Piece[]): boolean {
  return pieces.some(
    ({ sense, folded }, at) =>
      (sense?.kind === 'act' && sense.act === 'wholeYear') ||
      (folded === 'ca' && pieces[at + 1]?.sense?.kind === 'period'),
  );
}

/** "6 tháng đầu năm 2023 với cả năm": that half and all of its year. */
function withWholeYear(periods: readonly PeriodAsked[]): readonly PeriodAsked[] {
  const [first, second, ...more] = periods;
  if (first === undefined || !isPart(first) || more.length > 0) return periods;
  if (second === undefined) return [first, yearOf(first)];
  const isOpen = first.kind !== 'range' && first.year === null && first.yearOffset === undefined;
  return isOpen && second.kind === 'year' ? [inYear(first, second.year), second] : periods;
}

/** The year a part of it belongs to; of a part without a year the one that runs. */
function yearOf(part: Part): PeriodAsked {
  if (part.kind === 'range') return { kind: 'year', year: part.to.year };
  const { year, yearOffset = 0 } = part;
  return year === null
    ? { kind: 'relative', unit: 'year', offset: yearOffset }
    : { kind: 'year', year };
}

/** The same for periods that "cùng kỳ" was said of. */
export function withSamePeriod(periods: readonly PeriodAsked[]): readonly PeriodAsked[] {
  const [first, second, ...more] = periods;
  if (first === undefined || more.length > 0) return periods;
  if (second === undefined) {
    const before = yearBefore(first);
    return before === null ? periods : [first, before];
  }
  const part = [first, second].find(isPart);
  const year = [first, second].find((period) => period.kind === 'year');
  return part === undefined || year === undefined ? periods : [part, inYear(part, year.year)];
}

/** The newest period there is beside the only one named: "toàn tỉnh so với năm 2022". */
export function besideNewest(periods: readonly PeriodAsked[]): readonly PeriodAsked[] {
  const [only, ...more] = periods;
  const isSide = only !== undefined && only.kind !== 'years' && more.length === 0;
  if (!isSide || isNewest(only) || isImpossible(only)) return periods;
  const isLastYear = only.kind === 'relative' && only.unit === 'year' && only.offset === -1;
  return [NEWEST, isLastYear ? YEAR_BEFORE_NEWEST : only];
}

const NEWEST: PeriodAsked = { kind: 'relative', unit: 'period', offset: 0 };
const YEAR_BEFORE_NEWEST: PeriodAsked = { kind: 'relative', unit: 'samePeriod', offset: -1 };

function isNewest(asked: PeriodAsked): boolean {
  return asked.kind === 'relative' && asked.unit === 'period' && asked.offset === 0;
}

/** What is no part of one year. */
const WHOLE: ReadonlySet<PeriodAsked['kind']> = new Set<PeriodAsked['kind']>([
  'year',
  'years',
  'relative',
  'impossible',
]);

function isPart(asked: PeriodAsked): asked is Part {
  return !WHOLE.has(asked.kind);
}

function yearBefore(asked: PeriodAsked): PeriodAsked | null {
  if (asked.kind === 'year') return { kind: 'year', year: asked.year - 1 };
  if (isNewest(asked)) return YEAR_BEFORE_NEWEST;
  if (!isPart(asked)) return null;
  if (asked.kind === 'range') return inYear(asked, asked.to.year - 1);
  return asked.year === null ? null : inYear(asked, asked.year - 1);
}

function inYear(part: Part, year: number): PeriodAsked {
  if (part.kind !== 'range') return { ...part, year };
  const years = part.to.year - year;
  return { kind: 'range', from: part.from.subtract({ years }), to: part.to.subtract({ years }) };
}

/** "Tăng hay giảm so với năm 2022" asks about these periods, and not for a line over all of them. */
export function comparesWithPeriod({
  acts,
  periods,
}: {
  readonly acts: ReadonlySet<Act>;
  readonly periods: readonly PeriodAsked[];
}): boolean {
  return acts.has('compare') && periods.length > 0 && periods.every(isNamed);
}

function isNamed({ kind }: PeriodAsked): boolean {
  return kind !== 'relative' && kind !== 'years';
}

/** Whether what stands right behind "so với" is a period: then no other agency is compared with. */
export function isAgainstPeriod(pieces: readonly Piece[]): boolean {
  const compare = pieces.findIndex(({ sense }) => sense?.kind === 'act' && sense.act === 'compare');
  const next = pieces.slice(compare + 1).find(({ sense }) => sense?.kind !== 'filler');
  const isSame = next?.sense?.kind === 'act' && next.sense.act === 'lastYear';
  return compare !== -1 && (isSame || next?.sense?.kind === 'period');
}
