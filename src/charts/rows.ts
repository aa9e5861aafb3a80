import { keepEnd, lineHeight, wrap, type Font, type Measure } from './text.ts';
import type { Paint } from './theme.ts';
import { FONTS, LEFT, RIGHT } from './theme.ts';

/** One horizontal bar with its words. `heading` stands above it and opens a group. */
export type Row = {
  readonly heading: string | null;
  readonly label: string;
  /** Null: no bar, `valueLabel` says why. */
  readonly value: number | null;
  readonly valueLabel: string;
  readonly detail: string;
  readonly marked: boolean;
  readonly paint: Paint;
};

/** How the rows share the width and the height of the picture. */
export type Columns = {
  readonly labels: 'beside' | 'above';
  /** Width of the label column when it stands beside the bars. */
  readonly labelWidth: number;
  readonly plotLeft: number;
  readonly plotWidth: number;
  readonly thickness: number;
  /** Height of a row without its heading and without label lines above the bar. */
  readonly pitch: number;
};

/** Between a label and its bar, and a bar and its value. */
export const GAP = 6;
const WIDE = RIGHT - LEFT;
/** From here on rows are counted as many: closer together, and labels stay beside the bars. */
const MANY = 16;
/** Labels of few rows go above their bars when they are wider. */
const WIDEST_LABEL = 132;
/** The bars of many rows get at least this, at the cost of the labels. */
const NARROWEST = 56;

/**
 * Finds the columns. Labels stand beside the bars as long as enough is left for the bars; long labels of few rows
 * go above them, where they have the whole width.
 */
export function columnsOf(rows: readonly Row[], max: number, measure: Measure): Columns {
  const widest = Math.max(0, ...rows.map((row) => measure(row.label, labelFont(row))));
  const beside = divide(rows, max, { labels: 'beside', labelWidth: widest, measure });
  if (rows.length >= MANY) {
    const missing = Math.max(0, NARROWEST - beside.plotWidth);
    const labelWidth = Math.max(100, widest - missing);
    return divide(rows, max, { labels: 'beside', labelWidth, measure });
  }
  if (widest <= WIDEST_LABEL && beside.plotWidth >= 84) return beside;
  return columnsBelowLabels(rows, max, measure);
}

/** Columns with the labels above the bars, for labels that are sentences. */
export function columnsBelowLabels(rows: readonly Row[], max: number, measure: Measure): Columns {
  return divide(rows, max, { labels: 'above', labelWidth: WIDE, measure });
}

function divide(
  rows: readonly Row[],
  max: number,
  { labels, labelWidth, measure }: Pick<Columns, 'labels' | 'labelWidth'> & { measure: Measure },
): Columns {
  const plotLeft = labels === 'above' ? LEFT : LEFT + labelWidth + GAP;
  const room = RIGHT - plotLeft;
  const widths = rows
    .filter(({ value }) => value !== null && value > 0)
    .map((row) => ((room - GAP - tailWidth(row, measure)) * max) / (row.value ?? max));
  const plotWidth = Math.floor(Math.min(room - GAP, ...widths));
  return { labels, labelWidth, plotLeft, plotWidth, ...density(rows.length, labels) };
}

function density(rows: number, labels: Columns['labels']): Pick<Columns, 'thickness' | 'pitch'> {
  if (labels === 'above')
    return rows >= MANY ? { thickness: 10, pitch: 20 } : { thickness: 14, pitch: 26 };
  if (rows >= MANY) return { thickness: 13, pitch: 21 };
  return rows > 8 ? { thickness: 16, pitch: 25 } : { thickness: 20, pitch: 32 };
}

/** Width of what is written after the bar. */
function tailWidth(row: Row, measure: Measure): number {
  const detail = row.detail === '' ? 0 : GAP + measure(row.detail, FONTS.detail);
  return measure(row.valueLabel, FONTS.value) + detail;
}

export function labelFont(row: Row): Font {
  return row.marked ? FONTS.marked : FONTS.label;
}

/** The label in the lines it gets: two above the bar, one beside it. */
export function labelLines(row: Row, columns: Columns, measure: Measure): readonly string[] {
  const room = { width: columns.labelWidth, font: labelFont(row), measure };
  return columns.labels === 'above'
    ? wrap(row.label, { ...room, lines: 2 })
    : [keepEnd(row.label, room)];
}

/** Height of a row with everything that belongs to it. */
export function rowHeight(row: Row, columns: Columns, measure: Measure): number {
  const above = columns.labels === 'above' ? labelLines(row, columns, measure).length : 0;
  return columns.pitch + above * lineHeight(FONTS.label) + headingHeight(row);
}

export function headingHeight(row: Row): number {
  return row.heading === null ? 0 : lineHeight(FONTS.heading) + 10;
}
