import type { ChartFrame } from '../replies/chart-request.ts';
import { labelAt } from './label-at.ts';
import type { Body, Label, Picture } from './picture.ts';
import { lineHeight, wrap, type Font, type Measure } from './text.ts';
import { FONTS, INK, LEFT, RIGHT } from './theme.ts';

const TOP = 12;
const WIDE = RIGHT - LEFT;

/** A text that may take several lines, from the left edge. */
type Paragraph = {
  readonly text: string;
  readonly top: number;
  readonly font: Font;
  readonly lines: number;
  readonly colour: string;
};

/** Puts title and subtitle above the body, the source line below it, and closes the picture. */
export function framed(frame: ChartFrame, measure: Measure, body: (top: number) => Body): Picture {
  const title = paragraph(
    { text: frame.title, top: TOP, font: FONTS.title, lines: 3, colour: INK.strong },
    measure,
  );
  const subtitle = paragraph(
    {
      text: frame.subtitle,
      top: title.bottom + 2,
      font: FONTS.subtitle,
      lines: 3,
      colour: INK.quiet,
    },
    measure,
  );
  const { bottom, ...middle } = body(subtitle.bottom + 10);
  const source = paragraph(
    { text: frame.source, top: bottom + 14, font: FONTS.source, lines: 4, colour: INK.quiet },
    measure,
  );
  const rule = bottom + 8;
  return {
    ...middle,
    // A multiple of 4 stays whole at every device ratio in use.
    height: Math.ceil((source.bottom + 8) / 4) * 4,
    labels: [...title.labels, ...subtitle.labels, ...middle.labels, ...source.labels],
    strokes: [
      ...middle.strokes,
      { from: [LEFT, rule], to: [RIGHT, rule], colour: '#cccccc', width: 1, dashed: false },
    ],
  };
}

function paragraph(
  { text, top, font, lines, colour }: Paragraph,
  measure: Measure,
): { readonly labels: readonly Label[]; readonly bottom: number } {
  const height = lineHeight(font);
  const labels = wrap(text, { width: WIDE, lines, font, measure })
    .filter((line) => line !== '')
    .map((line, index) =>
      labelAt(line, { x: LEFT, y: top + (index + 0.5) * height, font, colour }, measure),
    );
  return { labels, bottom: top + labels.length * height };
}
