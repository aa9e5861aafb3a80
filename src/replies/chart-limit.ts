import type { Bound } from '../figures/limit.ts';
import type { ChartLine } from './chart-request.ts';
import { shortPercent } from './numbers.ts';

/** A limit as the dashed line of a chart whose bars are percentages. */
export function limitLine(limit: Bound | null): ChartLine | null {
  if (limit === null) return null;
  return { value: limit.threshold / 100, label: shortPercent(limit.threshold) };
}
