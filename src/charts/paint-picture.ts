import type { Pen } from 'canvas';

import { cssFont } from './fonts.ts';
import type { Box, Label, Patch, Picture, Stroke } from './picture.ts';
import { isDark, PAPER, WIDTH, type Paint } from './theme.ts';

/** Between two lines of a hatching. */
const HATCH_STEP = 5;

/** Paper, bands and highlighted rows: everything below the marks. */
export function paintGround(pen: Pen, picture: Picture): void {
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, WIDTH, picture.height);
  for (const patch of picture.ground) paintPatch(pen, patch);
}

/** Keys, lines and words: everything above the marks. */
export function paintWords(pen: Pen, picture: Picture): void {
  for (const patch of picture.patches) paintPatch(pen, patch);
  for (const stroke of picture.strokes) paintStroke(pen, stroke);
  pen.textBaseline = 'alphabetic';
  pen.textAlign = 'left';
  pen.lineJoin = 'round';
  for (const label of picture.labels) paintLabel(pen, label);
}

function paintPatch(pen: Pen, patch: Patch): void {
  pen.fillStyle = patch.paint.fill;
  pen.fillRect(patch.x, patch.y, patch.width, patch.height);
  paintFinish(pen, patch, patch.paint);
}

/** What a paint has besides its fill: hatching and outline. */
export function paintFinish(pen: Pen, box: Box, paint: Paint): void {
  if (paint.hatch !== 'none') paintHatch(pen, box, paint);
  if (paint.outline === null || box.width < 1) return;
  pen.strokeStyle = paint.outline;
  pen.lineWidth = 1.2;
  pen.strokeRect(box.x + 0.6, box.y + 0.6, Math.max(0, box.width - 1.2), box.height - 1.2);
}

function paintHatch(pen: Pen, box: Box, { fill, hatch }: Paint): void {
  const { x, y, width, height } = box;
  pen.save();
  pen.beginPath();
  pen.rect(x, y, width, height);
  pen.clip();
  pen.beginPath();
  const slant = hatch === 'upright' ? 0 : height;
  for (let at = x - height; at < x + width; at += HATCH_STEP) {
    pen.moveTo(at, y + height);
    pen.lineTo(at + slant, y);
    if (hatch === 'cross') {
      pen.moveTo(at, y);
      pen.lineTo(at + slant, y + height);
    }
  }
  pen.strokeStyle = isDark(fill) ? 'rgba(255, 255, 255, 0.7)' : 'rgba(0, 0, 0, 0.55)';
  pen.lineWidth = 1.2;
  pen.stroke();
  pen.restore();
}

function paintStroke(pen: Pen, { from, to, colour, width, dashed }: Stroke): void {
  pen.save();
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.setLineDash(dashed ? [5, 4] : []);
  pen.beginPath();
  pen.moveTo(...from);
  pen.lineTo(...to);
  pen.stroke();
  pen.restore();
}

function paintLabel(pen: Pen, { text, x, y, height, font, colour, halo }: Label): void {
  pen.font = cssFont(font);
  // The letters stand a little below the middle of their line: most marks are above them.
  const base = y + height / 2 + font.size * 0.36;
  if (halo !== null) {
    pen.strokeStyle = halo;
    pen.lineWidth = 4;
    pen.strokeText(text, x, base);
  }
  pen.fillStyle = colour;
  pen.fillText(text, x, base);
}
