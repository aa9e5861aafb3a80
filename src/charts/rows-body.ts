import type { ChartLine } from '../replies/chart-request.ts';
import { interrupted } from './interrupted.ts';
import { labelAt } from './label-at.ts';
import type { Bar, Body, Box, Label, Patch, Stroke } from './picture.ts';
import {
  GAP,
  headingHeight,
  labelFont,
  labelLines,
  rowHeight,
  type Columns,
  type Row,
} from './rows.ts';
import { lineHeight, wrap, type Measure } from './text.ts';
import { BAND, FONTS, INK, LEFT, MARKED_EDGE, MARKED_ROW, RIGHT, WIDTH } from './theme.ts';

/** What the bars are measured against. */
type Reference = {
  readonly limit: ChartLine | null;
  readonly band: { readonly from: number; readonly to: number; readonly label: string } | null;
};

/** Horizontal bars, top down, with everything written on them. */
export type RowChart = {
  readonly rows: readonly Row[];
  readonly columns: Columns;
  /** Value at the right end of the plot. */
  readonly max: number;
  readonly reference: Reference;
  readonly top: number;
};

type Parts = { bars: Bar[]; labels: Label[]; ground: Patch[] };

/** Gives every bar and every word its place. */
export function rowsBody(chart: RowChart, measure: Measure): Body {
  const { rows, columns, max } = chart;
  const reference = referenceMarks(chart, measure);
  const first = chart.top + reference.height;
  const parts: Parts = { bars: [], labels: [...reference.labels], ground: [] };
  let y = first;
  for (const row of rows) {
    placeRow(row, { y, first, chart }, { parts, measure });
    y += rowHeight(row, columns, measure);
  }
  const plot = { x: columns.plotLeft, y: first, width: columns.plotWidth, height: y - first };
  return {
    bottom: y,
    plot,
    marks: { kind: 'bars', bars: parts.bars, thickness: columns.thickness, max },
    ground: [...parts.ground, ...bandPatch(chart, plot)],
    patches: [],
    strokes: [baseline(plot), ...reference.strokes(plot)].flatMap((stroke) =>
      interrupted(stroke, parts.labels),
    ),
    labels: parts.labels,
  };
}

function placeRow(
  row: Row,
  at: { readonly y: number; readonly first: number; readonly chart: RowChart },
  { parts, measure }: { readonly parts: Parts; readonly measure: Measure },
): void {
  const { columns } = at.chart;
  const height = rowHeight(row, columns, measure);
  const heading = headingHeight(row);
  const middle = at.y + height - columns.pitch / 2 - (columns.labels === 'above' ? 3 : 0);
  if (row.heading !== null) parts.labels.push(headingLabel(row.heading, at.y + heading, measure));
  if (row.marked) parts.ground.push(...highlight({ y: at.y + heading, height: height - heading }));
  parts.labels.push(...nameLabels(row, { top: at.y + heading, middle, columns }, measure));
  parts.labels.push(...tailLabels(row, { middle, chart: at.chart }, measure));
  if (row.value !== null) {
    parts.bars.push({ from: 0, to: row.value, middle: middle - at.first, paint: row.paint });
  }
}

function headingLabel(text: string, bottom: number, measure: Measure): Label {
  const room = { width: RIGHT - LEFT, lines: 1, font: FONTS.heading, measure };
  const y = bottom - lineHeight(FONTS.heading) / 2 - 1;
  return labelAt(
    wrap(text, room).join(''),
    { x: LEFT, y, font: FONTS.heading, colour: INK.strong },
    measure,
  );
}

function highlight({ y, height }: Pick<Box, 'y' | 'height'>): readonly Patch[] {
  return [
    { x: 4, y, width: WIDTH - 8, height, paint: MARKED_ROW },
    { x: 4, y, width: 4, height, paint: MARKED_EDGE },
  ];
}

function nameLabels(
  row: Row,
  at: { readonly top: number; readonly middle: number; readonly columns: Columns },
  measure: Measure,
): readonly Label[] {
  const font = labelFont(row);
  const colour = row.marked ? INK.strong : INK.text;
  const lines = labelLines(row, at.columns, measure);
  if (at.columns.labels === 'beside') {
    const x = LEFT + at.columns.labelWidth;
    return lines.map((line) =>
      labelAt(line, { x, y: at.middle, align: 'right', font, colour }, measure),
    );
  }
  const height = lineHeight(font);
  return lines.map((line, index) =>
    labelAt(line, { x: LEFT, y: at.top + 1 + (index + 0.5) * height, font, colour }, measure),
  );
}

function tailLabels(
  row: Row,
  at: { readonly middle: number; readonly chart: RowChart },
  measure: Measure,
): readonly Label[] {
  const { columns, max } = at.chart;
  const x = columns.plotLeft + ((row.value ?? 0) / max) * columns.plotWidth + GAP;
  const font = row.value === null ? FONTS.detail : FONTS.value;
  const spot = {
    x,
    y: at.middle,
    font,
    colour: row.value === null ? INK.quiet : INK.strong,
  };
  const room = { width: RIGHT - x, lines: 1, font, measure };
  const value = labelAt(wrap(row.valueLabel, room).join(''), spot, measure);
  const next = value.x + value.width + GAP;
  if (row.detail === '' || RIGHT - next < 24) return [value];
  const rest = { width: RIGHT + 2 - next, lines: 1, font: FONTS.detail, measure };
  const detail = { x: next, y: at.middle, font: FONTS.detail, colour: INK.quiet };
  return [value, labelAt(wrap(row.detail, rest).join(''), detail, measure)];
}

function baseline(plot: Box): Stroke {
  const { x, y, height } = plot;
  return { from: [x, y], to: [x, y + height], colour: INK.rule, width: 1, dashed: false };
}

function bandPatch({ reference: { band }, max }: RowChart, plot: Box): readonly Patch[] {
  if (band === null) return [];
  const left = plot.x + (band.from / max) * plot.width;
  return [{ ...plot, x: left, width: ((band.to - band.from) / max) * plot.width, paint: BAND }];
}

/** The words over the rows that name the limit or the band, and its lines. */
function referenceMarks(
  { columns, max, reference: { limit, band }, top }: RowChart,
  measure: Measure,
): {
  readonly height: number;
  readonly labels: readonly Label[];
  readonly strokes: (plot: Box) => readonly Stroke[];
} {
  const label = limit?.label ?? band?.label;
  if (label === undefined) return { height: 0, labels: [], strokes: () => [] };
  const values = limit === null ? [band?.from ?? 0, band?.to ?? 0] : [limit.value];
  const xs = values.map((value) => columns.plotLeft + (value / max) * columns.plotWidth);
  const height = lineHeight(FONTS.marked);
  const middle = xs.reduce((sum, x) => sum + x, 0) / xs.length;
  const spot = { x: middle, y: top + height / 2, font: FONTS.marked, align: 'center' } as const;
  const room = { width: RIGHT - LEFT, lines: 1, font: FONTS.marked, measure };
  return {
    height: height + 4,
    labels: [labelAt(wrap(label, room).join(''), { ...spot, colour: INK.strong }, measure)],
    strokes: (plot) =>
      xs.map((x) => ({
        from: [x, plot.y - 1],
        to: [x, plot.y + plot.height],
        colour: INK.strong,
        width: limit === null ? 1 : 1.5,
        dashed: limit !== null,
      })),
  };
}
