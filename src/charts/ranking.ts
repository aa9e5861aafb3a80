import type { ChartBar, ChartLine, ChartRequest } from '../replies/chart-request.ts';
import type { Body } from './picture.ts';
import { rowsBody } from './rows-body.ts';
import { columnsBelowLabels, columnsOf, type Row } from './rows.ts';
import type { Measure } from './text.ts';
import { BARS, type Paint } from './theme.ts';

type Ranking = Extract<ChartRequest, { kind: 'ranking' | 'byField' }>;

/** Agencies or fields, best read top down; those beyond the limit and the one that was asked about stand out. */
export function rankingBody(request: Ranking, measure: Measure, top: number): Body {
  const rows = request.bars.map((bar) => rowOf(bar, paintOf(bar, request.limit)));
  const max = scaleEnd(request.bars, request.limit?.value ?? 0);
  const columns = request.kind === 'byField' ? columnsBelowLabels : columnsOf;
  const reference = { limit: request.limit, band: null };
  return rowsBody({ rows, columns: columns(rows, max, measure), max, reference, top }, measure);
}

export function rowOf(bar: ChartBar, paint: Paint): Row {
  return { ...bar, paint, heading: null };
}

/** Value at the end of the axis: the longest bar, or a little past the reference when that is farther. */
export function scaleEnd(bars: readonly ChartBar[], reference: number): number {
  const end = Math.max(...bars.map(({ value }) => value ?? 0), reference * 1.04);
  return end > 0 ? end : 1;
}

function paintOf({ value, marked }: ChartBar, limit: ChartLine | null): Paint {
  const beyond = limit !== null && value !== null && value >= limit.value;
  if (beyond) return marked ? BARS.markedBeyond : BARS.beyond;
  return marked ? BARS.marked : BARS.plain;
}
