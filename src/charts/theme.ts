import type { Font } from './text.ts';

/** Width of every picture in its own pixels: that of a phone, so that sizes of type are what the reader sees. */
export const WIDTH = 360;
export const LEFT = 12;
export const RIGHT = WIDTH - 12;

/** No type is smaller than 10: below that nobody reads it on a phone. */
export const FONTS = {
  title: { size: 18, strong: true },
  subtitle: { size: 12, strong: false },
  heading: { size: 13, strong: true },
  label: { size: 12, strong: false },
  marked: { size: 12, strong: true },
  value: { size: 12, strong: true },
  detail: { size: 10.5, strong: false },
  source: { size: 10, strong: false },
} as const satisfies Record<string, Font>;

export const INK = {
  strong: '#111111',
  text: '#2b2b2b',
  quiet: '#595959',
  rule: '#8a8a8a',
} as const;
export const PAPER = '#ffffff';

/** How a surface is filled. Hatching carries the meaning where colours do not: in grey print, for the colour-blind. */
export type Paint = {
  readonly fill: string;
  readonly hatch: 'none' | 'diagonal' | 'cross' | 'upright';
  readonly outline: string | null;
};

/** Bars that are measured against a limit or a target; colours of Okabe and Ito, apart in lightness too. */
export const BARS = {
  plain: { fill: '#a9bfd0', hatch: 'none', outline: null },
  marked: { fill: '#0072b2', hatch: 'none', outline: '#111111' },
  beyond: { fill: '#e69f00', hatch: 'diagonal', outline: null },
  markedBeyond: { fill: '#b84a00', hatch: 'diagonal', outline: '#111111' },
} as const satisfies Record<string, Paint>;

export const LINE = '#0072b2';

/** Series side by side, in the order they first appear. */
export const SERIES: readonly [Paint, ...Paint[]] = [
  { fill: '#0072b2', hatch: 'none', outline: null },
  { fill: '#e69f00', hatch: 'none', outline: null },
  { fill: '#5a3d5c', hatch: 'none', outline: null },
  { fill: '#d3e8f5', hatch: 'none', outline: '#5b7f99' },
];

/** Shades of each tone of a composition: the same tone twice in one chart stays apart. */
export const TONES = {
  incoming: [
    { fill: '#6b6b6b', hatch: 'none', outline: null },
    { fill: '#1f1f1f', hatch: 'none', outline: null },
    { fill: '#e4e4e4', hatch: 'cross', outline: '#6f6f6f' },
  ],
  good: [
    { fill: '#009e73', hatch: 'none', outline: null },
    { fill: '#8fd9c0', hatch: 'none', outline: null },
    { fill: '#00573f', hatch: 'none', outline: null },
  ],
  late: [
    { fill: '#b84a00', hatch: 'diagonal', outline: null },
    { fill: '#8a2f00', hatch: 'cross', outline: null },
  ],
  waiting: [
    { fill: '#e3f1fa', hatch: 'none', outline: '#5b7f99' },
    { fill: '#56b4e9', hatch: 'none', outline: null },
  ],
  unknown: [{ fill: '#e4e4e4', hatch: 'upright', outline: '#6f6f6f' }],
} as const satisfies Record<string, readonly [Paint, ...Paint[]]>;

/** The row of the agency that was asked about, and the band of a target. */
export const MARKED_ROW: Paint = { fill: '#e6f1f9', hatch: 'none', outline: null };
export const MARKED_EDGE: Paint = { fill: '#0072b2', hatch: 'none', outline: null };
export const BAND: Paint = { fill: '#d5ecdf', hatch: 'none', outline: null };

/** Whether white letters read better than black ones on it (relative luminance of WCAG, at its turning point). */
export function isDark(fill: string): boolean {
  const channel = (at: number): number =>
    (Number.parseInt(fill.slice(at, at + 2), 16) / 255) ** 2.2;
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5) < 0.18;
}
