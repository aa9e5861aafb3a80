import type { ChartBar, ChartRequest } from '../replies/chart-request.ts';
import type { Body } from './picture.ts';
import { rowOf, scaleEnd } from './ranking.ts';
import { rowsBody } from './rows-body.ts';
import { columnsOf } from './rows.ts';
import type { Measure } from './text.ts';
import { BARS, type Paint } from './theme.ts';

type Target = Extract<ChartRequest, { kind: 'target' }>;

/** Bars against a band; here the short bars are the ones that stand out, because they miss it. */
export function targetBody(request: Target, measure: Measure, top: number): Body {
  const rows = request.bars.map((bar) => rowOf(bar, paintOf(bar, request.target)));
  const max = scaleEnd(request.bars, request.target?.to ?? 0);
  const columns = columnsOf(rows, max, measure);
  const reference = { limit: null, band: request.target };
  return rowsBody({ rows, columns, max, reference, top }, measure);
}

function paintOf({ value, marked }: ChartBar, target: Target['target']): Paint {
  const missed = target !== null && value !== null && value < target.from;
  if (missed) return marked ? BARS.markedBeyond : BARS.beyond;
  return marked ? BARS.marked : BARS.plain;
}
