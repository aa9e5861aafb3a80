import * as z from 'zod';

/** What can be asked about an agency. `dossiers` is the balance of counts, all others are rates or scores. */
export const Metric = z.enum([
  'overdue',
  'onTime',
  'dossiers',
  'online',
  'onlineFull',
  'onlinePartial',
  'onlinePayment',
  'postal',
  'digitization',
  'electronicResults',
  'satisfaction',
  /** The yearly grading of agencies on administrative reform: how many were graded how. */
  'reformIndex',
  /** The place of the province among all: PAR Index, PCI, PAPI, PACA. */
  'provinceRank',
  /** The index of Quyết định 766/QĐ-TTg, of 100 points. */
  'serviceIndex',
]);
export type Metric = z.infer<typeof Metric>;

/** A metric that the counts of a table give a rate of; all others are only published. */
export type CountedMetric = Extract<Metric, 'overdue' | 'onTime'>;

/** See `CountedMetric`. */
export function isCounted(metric: Metric): metric is CountedMetric {
  return metric === 'overdue' || metric === 'onTime';
}

/** A metric that stands in tables of counts: one they give a rate of, or the counts themselves. */
export function isOfCounts(metric: Metric): metric is CountedMetric | 'dossiers' {
  return isCounted(metric) || metric === 'dossiers';
}

/**
 * How a rate was computed (domain.md section 2). The same name has several formulas in real use, so
 * every rate shown names its formula; null in data means the document does not state it.
 */
export const FormulaId = z.enum([
  /** (resolvedOverdue + pendingOverdue) / (resolved + pending): the province's, the default. */
  'OVERDUE_TOTAL_OVER_HANDLED',
  /** resolvedOverdue / resolved: used by city reports. */
  'OVERDUE_RESOLVED_ONLY',
  /** Resolved early or on time / resolved. */
  'ON_TIME_OF_RESOLVED',
  /** Online dossiers / dossiers of procedures published as online that have dossiers. */
  'ONLINE_OVER_PUBLISHED_ONLINE',
  /** Online dossiers / dossiers newly received in the period. */
  'ONLINE_OVER_RECEIVED_NEW',
  /** Online dossiers / all received. */
  'ONLINE_OVER_RECEIVED',
  /** Online dossiers / resolved: the vertical sector's in 2020. */
  'ONLINE_OVER_RESOLVED',
  /** Postal dossiers / resolved. */
  'POSTAL_OVER_RESOLVED',
  /** Postal dossiers / received. */
  'POSTAL_OVER_RECEIVED',
  /** National portal: (resolved early/on time + pending within) / received. */
  'NATIONAL_ON_TIME',
]);
export type FormulaId = z.infer<typeof FormulaId>;

/** The formulas that late dossiers are counted into a rate by (domain.md 2.1), the province's first. */
export const OverdueFormula = FormulaId.extract([
  'OVERDUE_TOTAL_OVER_HANDLED',
  'OVERDUE_RESOLVED_ONLY',
]);
export type OverdueFormula = z.infer<typeof OverdueFormula>;

/** The formula used where the person does not ask for another: the province's (domain.md 2.1). */
export const DEFAULT_FORMULA = {
  overdue: 'OVERDUE_TOTAL_OVER_HANDLED',
  onTime: 'ON_TIME_OF_RESOLVED',
} as const satisfies Record<CountedMetric, FormulaId>;

/** A formula that was asked for, where it is another than the default; else null. */
export function otherFormula<F extends FormulaId>(
  asked: F | null,
  metric: CountedMetric = 'overdue',
): F | null {
  return asked === DEFAULT_FORMULA[metric] ? null : asked;
}
