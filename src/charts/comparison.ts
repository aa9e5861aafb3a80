import type { ChartBar, ChartRequest } from '../replies/chart-request.ts';
import type { Body } from './picture.ts';
import { scaleEnd } from './ranking.ts';
import { rowsBody } from './rows-body.ts';
import { columnsOf, type Row } from './rows.ts';
import type { Measure } from './text.ts';
import { INK, SERIES, type Paint } from './theme.ts';

type Comparison = Extract<ChartRequest, { kind: 'comparison' }>;

/**
 * Bars side by side per group. Groups stand under each other with the bars lying: on a phone long names fit only
 * that way. Every bar carries its name, so that no legend has to be matched by colour.
 */
export function comparisonBody(request: Comparison, measure: Measure, top: number): Body {
  const bars = request.groups.flatMap((group) => group.bars);
  const series = [...new Set(bars.map(({ label }) => label))];
  const paint = (bar: ChartBar): Paint => paintOf(bar, series.indexOf(bar.label), request);
  const rows: readonly Row[] = request.groups.flatMap((group) =>
    group.bars.map((bar, index) => ({
      ...bar,
      paint: paint(bar),
      heading: index === 0 && group.label !== '' ? group.label : null,
    })),
  );
  const max = scaleEnd(bars, request.limit?.value ?? 0);
  const columns = columnsOf(rows, max, measure);
  return rowsBody(
    { rows, columns, max, reference: { limit: request.limit, band: null }, top },
    measure,
  );
}

/** The colour of the series; hatched beyond the limit, outlined when asked about. */
function paintOf({ value, marked }: ChartBar, series: number, { limit }: Comparison): Paint {
  const paint = SERIES[series % SERIES.length] ?? SERIES[0];
  const beyond = limit !== null && value !== null && value >= limit.value;
  return {
    ...paint,
    hatch: beyond ? 'diagonal' : 'none',
    outline: marked ? INK.strong : paint.outline,
  };
}
