import { fileURLToPath } from 'node:url';

import { createCanvas, GlobalFonts, registerFont } from 'canvas';

import { ChartNotDrawn } from './chart-not-drawn.ts';
import type { Font, Measure } from './text.ts';

/**
 * Not the name the font goes by elsewhere: an installed namesake with fewer letters must not be taken for it.
 *
 * @internal Exported for tests.
 */
export const FAMILY = 'Dung Hen Be Vietnam Pro';
const FILES = ['BeVietnamPro-Regular.ttf', 'BeVietnamPro-SemiBold.ttf'];
/** Vietnamese letters incomplete fonts lack: A, E, O, U, Y with one or two marks, and the d with a stroke. */
const SAMPLE = '\u1eb6\u1ec4\u1ed6\u1ee2\u01af\u1ef8\u1ef5\u0111';

/** The font as a canvas wants it. */
export function cssFont(font: Font): string {
  return `${font.strong ? 600 : 400} ${font.size}px "${FAMILY}"`;
}

/**
 * Registers the bundled font, once per process, and sees for itself that it draws: without any font a canvas draws
 * blank text and says nothing. Throws ChartNotDrawn `fontMissing`.
 */
export function openFonts(): Measure {
  if (!isRegistered()) {
    for (const file of FILES) registerFile(file);
  }
  checkSample();
  const pen = createCanvas(1, 1).getContext('2d');
  return (text, font) => {
    pen.font = cssFont(font);
    return pen.measureText(text).width;
  };
}

/** Whole: another thread may be between the two files. That both register them does no harm. */
function isRegistered(): boolean {
  const known = GlobalFonts.families.find(({ family }) => family === FAMILY);
  return known !== undefined && known.styles.length >= FILES.length;
}

function registerFile(file: string): void {
  const path = fileURLToPath(new URL(`./fonts/${file}`, import.meta.url));
  try {
    registerFont(path, { family: FAMILY });
  } catch (cause) {
    throw new ChartNotDrawn('fontMissing', path, { cause });
  }
}

function checkSample(): void {
  const canvas = createCanvas(40, 40);
  const pen = canvas.getContext('2d');
  pen.textBaseline = 'middle';
  for (const strong of [false, true]) {
    for (const letter of SAMPLE) {
      pen.clearRect(0, 0, 40, 40);
      pen.font = cssFont({ size: 24, strong });
      pen.fillText(letter, 4, 20);
      if (canvas.data().every((byte) => byte === 0)) {
        throw new ChartNotDrawn('fontMissing', `${FAMILY}: ${letter}`);
      }
    }
  }
}
