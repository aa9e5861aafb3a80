import type { Bound, Limit } from '../figures/limit.ts';
import type { ChartLine } from './chart-request.ts';
import { shortPercent } from './numbers.ts';

/** A limit as the dashed line of a chart whose bars are percentages; one that a document sets is called an aim. */
export function limitLine(limit: Limit | Bound | null): ChartLine | null {
  if (limit === null) return null;
  const label = shortPercent(limit.threshold);
  return {
    value: limit.threshold / 100,
    label: 'source' in limit ? `Mục tiêu ${label}` : label,
  };
}
