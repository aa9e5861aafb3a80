import type { Metric } from '../figures/metric.ts';
import type { Statement } from '../snapshots/snapshot.ts';
import { formulaWords } from './metric-words.ts';
import { count, quotient } from './numbers.ts';

/**
 * The counts behind a published rate, what of them is not printed, and that no formula is: "3.996 hồ sơ trực tuyến; văn bản
 * không ghi mẫu số, không nêu công thức". null where there is no rate.
 */
export function statedCountsText({
  rate,
  numerator,
  denominator,
  metric,
  formula,
}: Pick<Statement, 'rate' | 'numerator' | 'denominator' | 'metric' | 'formula'>): string | null {
  if (rate === null) return null;
  const unstated = formula === null ? `; ${formulaWords(null)}` : '';
  if (numerator === null) return `${rateAlone(metric)}${unstated}`;
  if (denominator !== null) return `${quotient(numerator, denominator)} hồ sơ${unstated}`;
  const kind = metric === 'postal' ? 'hồ sơ qua bưu chính công ích' : 'hồ sơ trực tuyến';
  const missing = formula === null ? ', không nêu công thức' : '';
  return `${count(numerator)} ${kind}; văn bản không ghi mẫu số${missing}`;
}

/** What is not told beside it: an index of a survey has no dossiers. */
function rateAlone(metric: Metric): string {
  if (metric === 'satisfaction') return 'Chỉ công bố chỉ số, không có số phiếu từng khối';
  return metric === 'reformIndex' ? 'Chỉ công bố chỉ số' : 'Chỉ công bố tỷ lệ, không có số hồ sơ';
}
