import type { ChartRequest } from '../replies/chart-request.ts';
import { chartConfig } from './chart-config.ts';
import { openFonts } from './fonts.ts';
import { layOutChart } from './lay-out-chart.ts';
import { openRenderer } from './render.ts';
import { WIDTH } from './theme.ts';

/** Telegram shrinks photos to 1280 pixels on their longer side: a tall picture gains nothing from more. */
const LONGEST = 1280;

/** How many device pixels a pixel of the picture gets: 900 pixels of width, 720 for tall pictures. */
function ratioFor(height: number): number {
  return height * 2.5 <= LONGEST ? 2.5 : 2;
}

/**
 * Opens the drawing: PNG bytes of a chart, at once and in this thread. Throws ChartNotDrawn, here when the font does
 * not draw, later when a request cannot be drawn.
 */
export function openDrawing(): (request: ChartRequest) => Uint8Array<ArrayBuffer> {
  const measure = openFonts();
  const render = openRenderer();
  return (request) => {
    const picture = layOutChart(request, measure);
    const { height } = picture;
    const ratio = ratioFor(height);
    return render(chartConfig(picture, ratio), { width: WIDTH, height, ratio });
  };
}
