import type { ChartRequest, Tone } from '../replies/chart-request.ts';
import { flow, type Key } from './flow.ts';
import { labelAt } from './label-at.ts';
import type { Bar, Body, Box, Label, Patch } from './picture.ts';
import { lineHeight, wrap, type Measure } from './text.ts';
import { FONTS, INK, isDark, LEFT, RIGHT, TONES, type Paint } from './theme.ts';

type Composition = Extract<ChartRequest, { kind: 'composition' }>;
type Stack = Composition['bars'][number];
type Segment = Stack['segments'][number];
type PaintOf = (segment: Segment) => Paint;

const THICKNESS = 26;
const WIDE = RIGHT - LEFT;

type Parts = { bars: Bar[]; labels: Label[]; patches: Patch[] };
type Scale = { readonly max: number; readonly top: number; readonly paintOf: PaintOf };

/**
 * Stacked bars on one scale, so that their lengths compare. What a segment is and counts is written in it, or, where
 * it is too short for that, under its bar beside a sample of its paint: the late ones are always the short ones.
 * So no legend has to be matched by colour.
 */
export function compositionBody(request: Composition, measure: Measure, top: number): Body {
  const paintOf = paints(request);
  const totals = request.bars.map(({ segments }) =>
    segments.reduce((sum, { value }) => sum + value, 0),
  );
  const scale = { max: Math.max(...totals, 0) || 1, top, paintOf };
  const parts: Parts = { bars: [], labels: [], patches: [] };
  let y = top;
  for (const stack of request.bars) y = placeStack(stack, y, { scale, parts, measure });
  const plot = { x: LEFT, y: top, width: WIDE, height: y - top };
  const marks = { kind: 'bars', bars: parts.bars, thickness: THICKNESS, max: scale.max } as const;
  return {
    bottom: y,
    plot,
    marks,
    ground: [],
    patches: parts.patches,
    strokes: [],
    labels: parts.labels,
  };
}

/** Each label gets a shade of its tone, in the order the labels first appear. */
function paints({ bars }: Composition): PaintOf {
  const seen = new Map<Tone, string[]>();
  for (const { tone, label } of bars.flatMap(({ segments }) => segments)) {
    const labels = seen.get(tone) ?? [];
    if (!labels.includes(label)) seen.set(tone, [...labels, label]);
  }
  return ({ tone, label }) => {
    const shades: readonly Paint[] = TONES[tone];
    const shade = (seen.get(tone) ?? []).indexOf(label);
    return shades[shade % shades.length] ?? TONES[tone][0];
  };
}

function placeStack(
  stack: Stack,
  top: number,
  { scale, parts, measure }: { scale: Scale; parts: Parts; measure: Measure },
): number {
  const name = nameLine(stack, top, measure);
  parts.labels.push(...name.labels);
  const bar = { x: LEFT, y: name.bottom + 2, width: WIDE, height: THICKNESS };
  const outside: Key[] = [];
  let from = 0;
  for (const segment of stack.segments) {
    const to = from + segment.value;
    const paint = scale.paintOf(segment);
    const middle = bar.y + THICKNESS / 2 - scale.top;
    if (segment.value > 0) parts.bars.push({ from, to, middle, paint });
    const inside = insideLabel(segment, span(bar, from / scale.max, to / scale.max), {
      paint,
      measure,
    });
    if (inside === null) outside.push({ text: wordsOf(segment), paint });
    else parts.labels.push(inside);
    from = to;
  }
  const rest = flow(outside, bar.y + THICKNESS + 5, measure);
  parts.labels.push(...rest.labels);
  parts.patches.push(...rest.patches);
  return rest.bottom + 12;
}

function nameLine(
  { label, total }: Stack,
  top: number,
  measure: Measure,
): { readonly labels: readonly Label[]; readonly bottom: number } {
  const height = lineHeight(FONTS.heading);
  const y = top + height / 2;
  const number = labelAt(
    total,
    { x: RIGHT, y, font: FONTS.heading, align: 'right', colour: INK.strong },
    measure,
  );
  const width = number.x - LEFT - 8;
  const lines = wrap(label, { width, lines: 2, font: FONTS.heading, measure });
  const names = lines.map((line, index) =>
    labelAt(
      line,
      { x: LEFT, y: y + index * height, font: FONTS.heading, colour: INK.strong },
      measure,
    ),
  );
  return { labels: [number, ...names], bottom: top + lines.length * height };
}

function span(bar: Box, from: number, to: number): Box {
  return { ...bar, x: bar.x + from * bar.width, width: (to - from) * bar.width };
}

function wordsOf({ label, valueLabel }: Segment): string {
  return `${valueLabel} ${label}`;
}

/** Words inside their segment, on a rim of its own colour against the hatching; null when they are too wide. */
function insideLabel(
  segment: Segment,
  box: Box,
  { paint, measure }: { paint: Paint; measure: Measure },
): Label | null {
  const text = wordsOf(segment);
  if (measure(text, FONTS.value) + 12 > box.width) return null;
  const spot = { x: box.x + box.width / 2, y: box.y + box.height / 2, font: FONTS.value } as const;
  const colour = isDark(paint.fill) ? '#ffffff' : INK.strong;
  return labelAt(text, { ...spot, align: 'center', colour, halo: paint.fill }, measure);
}
