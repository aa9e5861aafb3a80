import type { ChartRequest } from '../replies/chart-request.ts';
import { interrupted } from './interrupted.ts';
import { labelAt } from './label-at.ts';
import type { Body, Box, Label, Point, Stroke } from './picture.ts';
import { lineHeight, wrap, type Measure } from './text.ts';
import { FONTS, INK, LEFT, RIGHT } from './theme.ts';
import { periodLabels, pointLabels } from './trend-labels.ts';

type Trend = Extract<ChartRequest, { kind: 'trend' }>;

const PLOT_HEIGHT = 190;
/** Room above the highest point for its value. */
const HEADROOM = 24;

/** A line over periods with its values written on it; points that cannot be compared stand apart. */
export function trendBody(request: Trend, measure: Measure, top: number): Body {
  const { points, limit } = request;
  const highest = Math.max(...points.map(({ value }) => value ?? 0), limit?.value ?? 0);
  const key = limitKey(limit?.label ?? null, top, measure);
  const plot: Box = {
    x: LEFT,
    y: top + key.height + HEADROOM,
    width: RIGHT - LEFT,
    height: PLOT_HEIGHT,
  };
  const max = highest > 0 ? highest : 1;
  const spots = points.map((point, index) => ({
    ...point,
    x: plot.x + ((index + 0.5) / points.length) * plot.width,
    y: plot.y + plot.height * (1 - (point.value ?? 0) / max),
  }));
  const values = pointLabels(spots, plot, measure);
  const periods = periodLabels(spots, plot, measure);
  const below = Math.max(plot.y + plot.height, ...periods.map(({ y, height }) => y + height));
  return {
    bottom: below,
    plot,
    marks: { kind: 'line', points: pointsOf(points), max },
    ground: [],
    patches: [],
    strokes: [
      floor(plot),
      ...key.strokes,
      ...limitStroke(limit?.value ?? null, plot, max).flatMap((stroke) =>
        interrupted(stroke, values),
      ),
    ],
    labels: [...key.labels, ...values, ...periods],
  };
}

function pointsOf(points: Trend['points']): readonly Point[] {
  const joined = points.map(
    ({ value, joined: alike }, index) =>
      alike && value !== null && (points[index - 1]?.value ?? null) !== null,
  );
  return points.map(({ value }, index) => {
    const here = joined[index] === true;
    return { value, joined: here, lone: !here && joined[index + 1] !== true };
  });
}

function floor({ x, y, width, height }: Box): Stroke {
  const bottom = y + height;
  return { from: [x, bottom], to: [x + width, bottom], colour: INK.rule, width: 1, dashed: false };
}

function limitStroke(value: number | null, plot: Box, max: number): readonly Stroke[] {
  if (value === null) return [];
  const y = plot.y + plot.height * (1 - value / max);
  return [
    {
      from: [plot.x, y],
      to: [plot.x + plot.width, y],
      colour: INK.strong,
      width: 1.5,
      dashed: true,
    },
  ];
}

/** The limit is named above the plot, beside a piece of its line: on the line it would meet the values. */
function limitKey(
  text: string | null,
  top: number,
  measure: Measure,
): {
  readonly height: number;
  readonly labels: readonly Label[];
  readonly strokes: readonly Stroke[];
} {
  if (text === null) return { height: 0, labels: [], strokes: [] };
  const height = lineHeight(FONTS.marked);
  const y = top + height / 2;
  const room = { width: RIGHT - LEFT - 30, lines: 1, font: FONTS.marked, measure };
  const stroke = { colour: INK.strong, width: 1.5, dashed: true };
  return {
    height,
    labels: [
      labelAt(
        wrap(text, room).join(''),
        { x: LEFT + 30, y, font: FONTS.marked, colour: INK.strong },
        measure,
      ),
    ],
    strokes: [{ from: [LEFT, y], to: [LEFT + 23, y], ...stroke }],
  };
}
