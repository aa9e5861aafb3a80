import type { Agency, Level } from '../agencies/agency.ts';
import type { PlaceType } from '../agencies/type-words.ts';
import type { FormulaAsked } from '../asking/formula-asked.ts';
import type { PeriodAsked } from '../calendar/period.ts';
import type { Sieve } from '../figures/limit.ts';
import type { Metric } from '../figures/metric.ts';
import type { ChartKind } from '../replies/chart-request.ts';

/** What a sentence wants done, beside asking for a metric. */
export type Act =
  | 'rank'
  | 'place'
  | 'compare'
  | 'difference'
  | 'trend'
  | 'field'
  | 'chart'
  | 'source'
  | 'formula'
  | 'check'
  | 'export'
  | 'overview'
  | 'thisOne'
  | 'ourPlace'
  | 'ourOwn'
  | 'these'
  | 'help'
  | 'continue'
  | 'add'
  | 'lastYear'
  | 'dueSoon'
  | 'overdueNow'
  | 'now'
  | 'held'
  | 'wholeYear'
  | 'standing'
  | 'headroom'
  | 'target'
  | 'average'
  | 'why'
  | 'report'
  | 'forecast';

/** A field of work that is asked about. */
export type FieldRead = {
  /** As typed; it need not be one that there are figures of. */
  readonly text: string;
  /** Whether "lĩnh vực" was said before it. */
  readonly isSaid: boolean;
  /** The agency that the same words may mean: of "đất đai Nha Trang" its land office. */
  readonly rival: Agency | null;
};

/** Order as typed. `high`, `low` and `first` turn into worst or best once the metric is known. */
export type OrderWord = 'worst' | 'best' | 'high' | 'low' | 'first';

/** Kinds of chart as typed: `bars` are drawn of whatever the question is about. */
export type ChartWord = ChartKind | 'bars';

/** What a phrase means to the grammar. */
export type Sense =
  /** `weak` metrics count only when nothing else is asked: "hồ sơ trễ hạn" asks about "trễ hạn". */
  | { readonly kind: 'metric'; readonly metric: Metric; readonly weak: boolean }
  | { readonly kind: 'order'; readonly order: OrderWord }
  /** nhiều, ít, tốt, kém: an order only together with "nhất" (`most`). */
  | { readonly kind: 'amount'; readonly order: OrderWord }
  | { readonly kind: 'act'; readonly act: Act }
  | { readonly kind: 'chart'; readonly chart: ChartWord }
  /** `type`: "thị trấn" is one kind of communes; null for the whole level ("xã", "huyện"). */
  | { readonly kind: 'level'; readonly level: Level; readonly type: PlaceType | null }
  /** "trên 1%", "0%", the "không" of "không có hồ sơ trễ hạn": only these are asked for. */
  | { readonly kind: 'bound'; readonly sieve: Sieve }
  | { readonly kind: 'top'; readonly top: number }
  | { readonly kind: 'period'; readonly asked: PeriodAsked }
  /** "Tính theo hồ sơ đã giải quyết": by which formula. */
  | { readonly kind: 'formula'; readonly formula: FormulaAsked }
  | { readonly kind: 'agency'; readonly agency: Agency }
  | { readonly kind: 'field'; readonly read: FieldRead }
  /** Understood not to name an agency, but nothing that can be answered ("5%"). */
  | { readonly kind: 'aside' }
  /** nhất; toàn tỉnh; nào; đơn vị nào; khối nào. */
  | { readonly kind: 'most' | 'province' | 'which' | 'anyone' | 'blocks' }
  /** các, từng; của, thuộc; với, và; words without a meaning of their own. */
  | { readonly kind: 'each' | 'of' | 'link' | 'filler' };

/** A stretch of a sentence, in order: a phrase with its meaning, or one word not (yet) understood. */
export type Piece = {
  readonly text: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  readonly sense: Sense | null;
};
