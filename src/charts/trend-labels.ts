import { labelAt, type Spot } from './label-at.ts';
import type { Box, Label } from './picture.ts';
import { lineHeight, wrap, type Measure } from './text.ts';
import { FONTS, INK, PAPER } from './theme.ts';

/** A point of the trend in its place. */
export type TrendSpot = {
  readonly label: string;
  readonly value: number | null;
  readonly valueLabel: string;
  readonly x: number;
  readonly y: number;
};

/** From the middle of a point to the middle of its value. */
const REACH = 15;

/**
 * Values at their points, above or below, wherever they meet neither each other nor the frame of the plot. Where
 * not all fit, the last, the first, the highest and the lowest come first.
 */
export function pointLabels(
  spots: readonly TrendSpot[],
  plot: Box,
  measure: Measure,
): readonly Label[] {
  const placed: Label[] = [];
  for (const spot of byWeight(spots)) {
    const free = places(spot, spots, plot).flatMap((place) => {
      const labels = linesAt(spot, place, { plot, spots, measure });
      return labels.some((label) => blocked(label, placed, plot)) ? [] : [labels];
    });
    placed.push(...(free[0] ?? []));
  }
  return placed;
}

function byWeight(spots: readonly TrendSpot[]): readonly TrendSpot[] {
  const known = spots.filter(({ value }) => value !== null);
  const sorted = known.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const first = [spots.at(-1), spots[0], sorted.at(-1), sorted[0]].filter(
    (spot) => spot !== undefined,
  );
  return [...new Set([...first, ...spots])];
}

/** Above a peak, below a dip: the side the line does not take. */
function places(spot: TrendSpot, spots: readonly TrendSpot[], plot: Box): readonly number[] {
  if (spot.value === null) return [plot.y + plot.height];
  const index = spots.indexOf(spot);
  const beside = [spots[index - 1], spots[index + 1]].filter((other) => other?.value != null);
  const dip = beside.length > 0 && beside.every((other) => (other?.y ?? 0) < spot.y);
  const above = spot.y - REACH;
  const below = spot.y + REACH;
  return dip ? [below, above] : [above, below];
}

function linesAt(
  spot: TrendSpot,
  y: number,
  { plot, spots, measure }: { plot: Box; spots: readonly TrendSpot[]; measure: Measure },
): readonly Label[] {
  if (spot.value !== null) {
    const style = { font: FONTS.value, colour: INK.strong, halo: PAPER, align: 'center' } as const;
    return [labelAt(spot.valueLabel, { x: spot.x, y, ...style }, measure)];
  }
  const font = FONTS.source;
  const height = lineHeight(font);
  const width = plot.width / spots.length - 2;
  const lines = wrap(spot.valueLabel, { width, lines: 4, font, measure });
  const style: Omit<Spot, 'x' | 'y'> = { font, colour: INK.quiet, align: 'center' };
  return lines.map((line, index) => {
    const middle = y - 4 - (lines.length - index - 0.5) * height;
    return labelAt(line, { x: spot.x, y: middle, ...style }, measure);
  });
}

function blocked(label: Label, placed: readonly Label[], plot: Box): boolean {
  const under = label.y + label.height > plot.y + plot.height;
  return under || label.text.endsWith('…') || placed.some((other) => overlap(label, other));
}

/** Whether two boxes share a point. */
function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The periods under the points: in up to three lines, and only every n-th where they are too many; always the last. */
export function periodLabels(
  spots: readonly TrendSpot[],
  plot: Box,
  measure: Measure,
): readonly Label[] {
  const font = FONTS.detail;
  const words = spots.flatMap(({ label }) => label.split(/\s+/u));
  const widest = Math.max(0, ...words.map((word) => measure(word, font)));
  const slot = plot.width / Math.max(1, spots.length);
  const step = Math.max(1, Math.ceil((widest + 4) / slot));
  const height = lineHeight(font);
  const room = { width: Math.min(slot * step - 4, plot.width), lines: 3, font, measure };
  const placed: Label[] = [];
  for (const { label, x } of spots.toReversed().filter((_, index) => index % step === 0)) {
    const lines = wrap(label, room).map((line, index) => {
      const y = plot.y + plot.height + 5 + (index + 0.5) * height;
      return labelAt(line, { x, y, font, align: 'center' }, measure);
    });
    // At the edge a label is pushed inwards and may meet its neighbour, which then goes without.
    if (!lines.some((line) => placed.some((other) => overlap(line, other)))) placed.push(...lines);
  }
  return placed;
}
