import type { Agency, AgencyId, Level } from '../agencies/agency.ts';
import type { PlaceType } from '../agencies/type-words.ts';
import type { PeriodAsked } from '../calendar/period.ts';
import type { Bound, Sieve } from '../figures/limit.ts';
import type { Metric } from '../figures/metric.ts';
import type { RankedBy } from '../figures/tally.ts';
import { commandFor, type CommandName, metricOf } from './commands.ts';
import { FORMULA_ASKED_WORDS, type FormulaAsked } from './formula-asked.ts';
import { periodText } from './period-text.ts';

const METRIC_WORDS: Readonly<Record<Metric, string>> = {
  overdue: 'trễ hạn',
  onTime: 'đúng hạn',
  dossiers: 'hồ sơ',
  online: 'trực tuyến',
  onlineFull: 'toàn trình',
  onlinePartial: 'một phần',
  onlinePayment: 'thanh toán',
  postal: 'bưu chính',
  digitization: 'số hóa',
  electronicResults: 'kết quả điện tử',
  satisfaction: 'hài lòng',
  reformIndex: 'chỉ số CCHC',
  provinceRank: 'PCI',
  serviceIndex: 'chỉ số 766',
};

const LEVEL_WORDS: Readonly<Record<Level | 'any', string>> = {
  any: 'mọi đơn vị',
  province: 'toàn tỉnh',
  group: 'các khối',
  department: 'sở',
  branch: 'chi nhánh',
  district: 'huyện',
  commune: 'xã',
  verticalSector: 'ngành dọc',
};

/** The kinds a person can name; the others follow from the question. */
const CHART_WORDS: ReadonlyMap<string, string> = new Map([
  ['ranking', 'cột'],
  ['trend', 'đường'],
  ['composition', 'tròn'],
  ['byField', 'lĩnh vực'],
  ['comparison', 'dạng so sánh'],
]);

const ORDER_WORDS = { worst: 'kém nhất', best: 'tốt nhất' } as const;
/** Few dossiers are not bad. */
const MANY_WORDS = { worst: 'ít nhất', best: 'nhiều nhất' } as const;

const BY_WORDS: Readonly<Record<RankedBy, string>> = {
  rate: 'tỷ lệ',
  count: 'số hồ sơ',
  received: 'tiếp nhận',
  resolved: 'đã giải quyết',
  pending: 'đang giải quyết',
  resolvedOverdue: 'đã giải quyết trễ hạn',
  pendingOverdue: 'đang giải quyết trễ hạn',
  resolvedEarly: 'trước hạn',
  receivedNew: 'tiếp nhận mới',
  carriedOver: 'kỳ trước chuyển sang',
  receivedOnline: 'trực tuyến',
  receivedDirectOrPostal: 'trực tiếp, bưu chính',
  pendingWithin: 'đang giải quyết trong hạn',
};

const ASKS_WORDS: Readonly<Record<RateAsk, string>> = {
  verdict: 'có đạt mục tiêu không',
  headroom: 'còn bao nhiêu hồ sơ nữa',
  target: 'chỉ tiêu bao nhiêu',
  why: 'vì sao',
};

const EXACT_ID = /#([a-z0-9]+(?:-[a-z0-9]+)*)/giu;

/** What of a rate is asked first: whether it keeps its limit, how far it is from it, what the limit is, or who is behind it. */
export type RateAsk = 'verdict' | 'headroom' | 'target' | 'why';

/** The parts of a question, for writing it down; what is absent was not asked for. */
export type Asking = {
  /** Of a question by field: the one it is about. */
  readonly field?: { readonly text: string } | null;
  /** Each as it is to be typed: `exactName`, or a person's own words. */
  readonly agencies?: readonly string[];
  readonly periods?: readonly PeriodAsked[];
  /** Each agency with the period in its place, and not each in each. */
  readonly isPaired?: boolean;
  readonly metric?: Metric | null;
  readonly formula?: FormulaAsked | null;
  readonly among?: {
    readonly level: Level | 'any';
    readonly type?: PlaceType | null;
    readonly within: AgencyId | null;
  } | null;
  readonly order?: 'worst' | 'best' | null;
  readonly by?: RankedBy | null;
  readonly only?: Sieve | 'kept' | 'broken' | 'every' | null;
  readonly asks?: RateAsk | null;
  readonly forecast?: boolean;
  readonly top?: number | null;
  /** A kind of chart; those that people have no word for are left to the command. */
  readonly chart?: string | null;
};

/** A question as a person could type it, which reads back to the same question: what a choice sends. */
export function questionText(command: CommandName, asking: Asking): string {
  const [whom, when] = sidesTexts(isOrderOfMany(command, asking) ? inOnePeriod(asking) : asking);
  const parts = [
    `/${command}`,
    asking.field?.text ?? '',
    whom,
    amongText(asking),
    byText(asking),
    metricText(command, asking),
    formulaText(asking),
    onlyText(asking),
    asksText(asking),
    ...mannerTexts(asking),
    asking.forecast === true ? 'dự báo' : '',
    when,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** "Bao nhiêu xã trễ hạn" would ask for those that have late dossiers: how many there are at all is asked of none. */
function metricText(command: CommandName, { metric = null, only = null }: Asking): string {
  const isSaid = metric === null || metric === metricOf(command) || only === 'every';
  return isSaid ? '' : METRIC_WORDS[metric];
}

/** An order has one period, and with two behind it a level word would be a side of a comparison. */
function isOrderOfMany(command: CommandName, { among = null, chart = null }: Asking): boolean {
  return among !== null && (command === 'xep-hang' || (command === 'bieu-do' && chart !== 'trend'));
}

function inOnePeriod(asking: Asking): Asking {
  return { ...asking, periods: (asking.periods ?? []).slice(0, 1) };
}

/** Agencies before everything else and periods behind it, or one beside the other where they go together. */
function sidesTexts({ agencies = [], periods = [], isPaired = false }: Asking) {
  const times = periods.map(periodText);
  if (!isPaired) return [agencies.join('; '), times.join(', ')] as const;
  return [agencies.map((agency, at) => `${agency} ${times[at] ?? ''}`).join('; '), ''] as const;
}

/** In which order, how many, and drawn how. */
function mannerTexts(asking: Asking): readonly string[] {
  const { metric = null, order = null, top = null, chart = null } = asking;
  const orders = metric === 'dossiers' ? MANY_WORDS : ORDER_WORDS;
  return [
    order === null ? '' : orders[order],
    top === null ? '' : `top ${String(top)}`,
    chart === null ? '' : (CHART_WORDS.get(chart) ?? ''),
  ];
}

/** A metric, and the formula that it was told by where that was chosen. */
type MetricAsked = { readonly metric: Metric; readonly formula?: FormulaAsked | null };

/**
 * A question about a metric of exactly this agency, in one period or, with null, whichever the answer chooses. An answer
 * stands for its metric and formula.
 */
export function agencyQuestion(
  of: Metric | MetricAsked,
  agency: Agency,
  period: PeriodAsked | null,
): string {
  const { metric, formula = null } = typeof of === 'string' ? { metric: of } : of;
  return questionText(commandFor(metric), {
    agencies: [exactName(agency)],
    metric,
    formula,
    periods: period === null ? [] : [period],
  });
}

/** A name that reads back to this agency and no other; names repeat across reorganisations, ids do not. */
export function exactName({ name, id }: Agency): string {
  return `${name} #${id}`;
}

/** An id in a text, and where it stands with its sign. */
export type ExactId = { readonly id: string; readonly start: number; readonly end: number };

/** What `exactName` writes behind names, as found in a text; whether there are such agencies is not known here. */
export function exactIdsIn(text: string): readonly ExactId[] {
  return Array.from(text.matchAll(EXACT_ID), ({ 0: whole, 1: id = '', index: start }) => ({
    id: id.toLowerCase(),
    start,
    end: start + whole.length,
  }));
}

function amongText({ among = null, only = null }: Asking): string {
  if (among === null) return '';
  return `${only === 'every' ? 'bao nhiêu ' : ''}${amongWords(among)}`;
}

function amongWords(among: NonNullable<Asking['among']>): string {
  const level = among.type ?? LEVEL_WORDS[among.level];
  return among.within === null ? level : `${level} của #${among.within}`;
}

function byText({ by = null }: Asking): string {
  return by === null ? '' : BY_WORDS[by];
}

function formulaText({ formula = null }: Asking): string {
  return formula === null ? '' : FORMULA_ASKED_WORDS[formula];
}

function asksText({ asks = null }: Asking): string {
  return asks === null ? '' : ASKS_WORDS[asks];
}

function onlyText({ only = null }: Asking): string {
  if (only === null) return '';
  if (only === 'kept') return 'đạt mục tiêu';
  if (only === 'broken') return 'không đạt mục tiêu';
  if (only === 'every') return '';
  return only.bounds.length === 1
    ? only.bounds.map((bound) => boundText(bound, only.of)).join('')
    : betweenText(only);
}

function boundText({ threshold, side, inclusive }: Bound, of: Sieve['of']): string {
  const value = valueText(threshold, of);
  if (side === 'above') return inclusive ? `từ ${value} trở lên` : `trên ${value}`;
  return inclusive ? `tối đa ${value}` : `dưới ${value}`;
}

function betweenText({ of, bounds: [from, to] }: Sieve): string {
  return from === undefined || to === undefined
    ? ''
    : `từ ${valueText(from.threshold, of)} đến ${valueText(to.threshold, of)}`;
}

function valueText(threshold: number, of: Sieve['of']): string {
  if (of === 'number') return `${String(threshold)} hồ sơ`;
  return `${String(Math.trunc(threshold / 100))},${String(threshold % 100).padStart(2, '0')}%`;
}
