import type { Font } from './text.ts';
import type { Paint } from './theme.ts';

/** A rectangle in picture pixels, from the top left corner of the picture. */
export type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** One line of text in its place. The box is as wide as the text and as high as its line. */
export type Label = Box & {
  readonly text: string;
  readonly font: Font;
  readonly colour: string;
  /** Colour of a rim that keeps the text readable where a line passes behind it. */
  readonly halo: string | null;
};

/** A straight line, for limits and leaders. */
export type Stroke = {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly colour: string;
  readonly width: number;
  readonly dashed: boolean;
};

/** A filled rectangle: a band, a highlighted row, a key of the legend. */
export type Patch = Box & { readonly paint: Paint };

/** A bar from `from` to `to` (in the unit of the values) around `middle` (picture pixels from the top of the plot). */
export type Bar = {
  readonly from: number;
  readonly to: number;
  readonly middle: number;
  readonly paint: Paint;
};

/**
 * A point of a line; null where there is no figure. `joined`: the line comes to it from the point before. `lone`: no
 * line comes or goes, and it looks it.
 */
export type Point = {
  readonly value: number | null;
  readonly joined: boolean;
  readonly lone: boolean;
};

/** What chart.js draws inside the plot. `max` is the value at the far end of the axis, which starts at 0. */
export type Marks =
  | {
      readonly kind: 'bars';
      readonly bars: readonly Bar[];
      readonly thickness: number;
      readonly max: number;
    }
  | { readonly kind: 'line'; readonly points: readonly Point[]; readonly max: number };

/**
 * A chart whose every part has its place: what is left to do is drawing. Texts never overlap each other and never
 * leave the picture; that is decided, and tested, here and not on the canvas.
 */
export type Picture = {
  readonly height: number;
  readonly plot: Box;
  readonly marks: Marks;
  /** Drawn below the marks. */
  readonly ground: readonly Patch[];
  /** Drawn above the marks. */
  readonly patches: readonly Patch[];
  readonly strokes: readonly Stroke[];
  readonly labels: readonly Label[];
};

/** The parts a kind of chart adds between the head and the foot of the frame. */
export type Body = Omit<Picture, 'height'> & { readonly bottom: number };
