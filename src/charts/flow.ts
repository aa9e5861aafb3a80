import { labelAt } from './label-at.ts';
import type { Label, Patch } from './picture.ts';
import { lineHeight, wrap, type Measure } from './text.ts';
import { FONTS, LEFT, RIGHT, type Paint } from './theme.ts';

/** A sample of a paint and what it stands for. */
export type Key = { readonly text: string; readonly paint: Paint };

const SAMPLE = { width: 16, height: 11 };
const BETWEEN = 14;

/** Sets keys one after the other, in as many lines as they need. */
export function flow(
  keys: readonly Key[],
  top: number,
  measure: Measure,
): {
  readonly labels: readonly Label[];
  readonly patches: readonly Patch[];
  readonly bottom: number;
} {
  const labels: Label[] = [];
  const patches: Patch[] = [];
  const font = FONTS.value;
  const line = lineHeight(font) + 2;
  let x = LEFT;
  let y = top;
  for (const { text, paint } of keys) {
    const room = { width: RIGHT - LEFT - SAMPLE.width - 5, lines: 1, font, measure };
    const [shown = ''] = wrap(text, room);
    const width = SAMPLE.width + 5 + measure(shown, font);
    if (x > LEFT && x + width > RIGHT) {
      x = LEFT;
      y += line;
    }
    patches.push({ ...SAMPLE, x, y: y + (line - SAMPLE.height) / 2, paint });
    labels.push(labelAt(shown, { x: x + SAMPLE.width + 5, y: y + line / 2, font }, measure));
    x += width + BETWEEN;
  }
  return { labels, patches, bottom: keys.length === 0 ? top : y + line };
}
