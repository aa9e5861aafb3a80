import type { Label } from './picture.ts';
import { lineHeight, type Font, type Measure } from './text.ts';
import { INK, WIDTH } from './theme.ts';

/** Nothing comes nearer to the edge of the picture. */
const EDGE = 4;

/** Where a line of text goes: `x` is its left end, middle or right end, `y` its middle. */
export type Spot = {
  readonly x: number;
  readonly y: number;
  readonly font: Font;
  readonly align?: 'left' | 'center' | 'right';
  readonly colour?: string;
  readonly halo?: string;
};

/** A line of text in its place, pushed back into the picture where it would leave it. */
export function labelAt(text: string, spot: Spot, measure: Measure): Label {
  const width = measure(text, spot.font);
  const height = lineHeight(spot.font);
  const shift = { left: 0, center: width / 2, right: width }[spot.align ?? 'left'];
  return {
    text,
    x: Math.max(EDGE, Math.min(spot.x - shift, WIDTH - EDGE - width)),
    y: spot.y - height / 2,
    width,
    height,
    font: spot.font,
    colour: spot.colour ?? INK.text,
    halo: spot.halo ?? null,
  };
}
