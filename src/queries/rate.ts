import type { Period } from '../calendar/period.ts';
import { exactOf, type Fraction, fraction, hundredthsOfPercent } from '../figures/fraction.ts';
import type { Basis } from '../figures/like-for-like.ts';
import { type CountedMetric, DEFAULT_FORMULA, type FormulaId } from '../figures/metric.ts';
import { rateBy } from '../figures/rate.ts';
import { countedKind } from '../snapshots/counted.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import type { Reading, StatementReading } from '../snapshots/store.ts';
import { uniqueBy } from '../unique-by.ts';
import { newestFirst } from './newest.ts';
import { shortOf } from './timeliness.ts';

/** One rate of an agency, with everything needed to cite it. */
export type Rate = {
  /** Half-up, in hundredths of a percent. */
  readonly hundredths: number;
  /** Unreduced counts; null when it was published without them. */
  readonly fraction: Fraction | null;
  /** null = the document does not state it. */
  readonly formula: FormulaId | null;
  /** `published` stands in the document; `computed` follows from its counts. */
  readonly origin: 'published' | 'computed';
  readonly snapshot: SnapshotHead;
  readonly place: string | null;
};

/** A rate, or the reason why there is none: 0/0 is "nothing arose", which is not 0%. */
export type RateState =
  | { readonly kind: 'rate'; readonly rate: Rate }
  | { readonly kind: 'nothingArose'; readonly snapshot: SnapshotHead };

/** The rate that the counts of a reading give by a formula, without one by the default; null when counts are missing. */
export function computedRate(
  metric: CountedMetric,
  { figure, snapshot }: Reading,
  asked: FormulaId | null = null,
): RateState | null {
  const formula = asked ?? DEFAULT_FORMULA[metric];
  const result = rateBy(formula, figure.counts);
  switch (result.kind) {
    case 'missing':
      return null;
    case 'nothingArose':
      return { kind: 'nothingArose', snapshot };
    case 'rate': {
      const hundredths = hundredthsOfPercent(result.fraction);
      const isPrinted = formula === DEFAULT_FORMULA.overdue;
      const printed = isPrinted && figure.printedOverdue === hundredths;
      return {
        kind: 'rate',
        rate: {
          hundredths,
          fraction: result.fraction,
          formula,
          origin: printed ? 'published' : 'computed',
          snapshot,
          place: null,
        },
      };
    }
  }
}

/** A rate as the document prints it; null when the statement has none (a mere amount). */
export function publishedRate({ statement, snapshot }: StatementReading): Rate | null {
  if (statement.rate === null) return null;
  const { numerator, denominator } = statement;
  const counted = numerator !== null && denominator !== null && denominator > 0;
  return {
    hundredths: statement.rate,
    fraction: counted ? fraction(numerator, denominator) : null,
    formula: statement.formula,
    origin: 'published',
    snapshot,
    place: statement.place,
  };
}

/** What is known of one agency in one period: the rows of tables, and what documents state. */
export type Material = {
  /** Only rates by this one are asked for; null: by whichever there are, and what counts give by the default. */
  readonly formula?: FormulaId | null;
  readonly readings: readonly Reading[];
  readonly statements: readonly StatementReading[];
};

/**
 * All rates known of one agency, period and metric: published ones first, then what the counts give by the default
 * formula, each newest first. A published rate that only repeats a table's own is left out (the table has the counts),
 * and so is a table that was taken in a second time: the newest is cited.
 */
export function ratesOf(metric: CountedMetric, material: Material): readonly RateState[] {
  const computed = computedRates(metric, material);
  const published = publishedRates(material).filter(
    ({ rate }) => !computed.some((state) => state.kind === 'rate' && sameRate(rate, state.rate)),
  );
  return [...published, ...computed];
}

/**
 * The one rate that stands for an agency wherever it is set beside others or its own past: the newest that counts give
 * by the province's formula, cited from the document that prints it where one does, else the newest published; null when
 * there is neither.
 */
export function representativeRate(metric: CountedMetric, material: Material): RateState | null {
  const [counted] = computedRates(metric, material);
  const published = publishedRates(material);
  if (counted === undefined) return published[0] ?? null;
  return published.find((one) => isPublishedOf(one.rate, counted)) ?? counted;
}

/** Whether a document prints the very rate that was computed, with the counts: then it is no longer merely computed. */
function isPublishedOf({ fraction: counts, ...published }: Rate, state: RateState): boolean {
  if (state.kind !== 'rate' || state.rate.origin === 'published' || counts === null) return false;
  const { fraction: own, snapshot } = state.rate;
  const isSameCount = own?.numerator === counts.numerator && own.denominator === counts.denominator;
  const isSameScope = published.snapshot.scope === snapshot.scope;
  return isSameCount && isSameScope && sameRate(published, state.rate);
}

function computedRates(
  metric: CountedMetric,
  { readings, formula = null }: Material,
): readonly RateState[] {
  const all = newestFirst(readings).flatMap((one) => computedRate(metric, one, formula) ?? []);
  return uniqueBy(all, saidBy);
}

function publishedRates({ statements, formula = null }: Material) {
  return newestFirst(statements).flatMap((reading) => {
    const rate = publishedRate(reading);
    const isOther = formula !== null && rate?.formula !== formula;
    return rate === null || isOther ? [] : [{ kind: 'rate', rate } as const];
  });
}

/** The table or document a rate (or its absence) is told from. */
export function snapshotOf(state: RateState): SnapshotHead {
  return state.kind === 'rate' ? state.rate.snapshot : state.snapshot;
}

/** The scope of figures that people were asked for: one survey asks everybody in one way, whatever its report states. */
const SURVEY = 'survey';

/** A rate with what it rests on, to be held against another; null where nothing arose. */
export function basisOf(
  period: Period,
  state: RateState,
): (Basis & { readonly rate: Rate }) | null {
  if (state.kind !== 'rate') return null;
  const { rate } = state;
  const { formula, snapshot, fraction: counts } = rate;
  const { scope } = snapshot;
  const inPart = countedKind(scope) === 'part';
  const upTo = shortOf(snapshot);
  const basis = { period, upTo, formula, scope, inPart, counted: counts !== null, rate };
  return scope === SURVEY ? { ...basis, survey: snapshot.id } : basis;
}

/** A second table that only says again what the first did, down to the counts, says the same. */
function saidBy(state: RateState): string {
  const { scope } = snapshotOf(state);
  if (state.kind === 'nothingArose') return scope;
  const { numerator, denominator } = exactOf(state.rate);
  return `${scope} ${String(numerator)}/${String(denominator)}`;
}

/** Whether two rates say the same: equal to the printed digit, by the same stated formula. */
export function sameRate(
  a: Pick<Rate, 'hundredths' | 'formula'>,
  b: Pick<Rate, 'hundredths' | 'formula'>,
): boolean {
  return a.hundredths === b.hundredths && a.formula === b.formula;
}
