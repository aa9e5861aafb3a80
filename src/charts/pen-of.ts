import { CanvasElement, type Pen } from 'canvas';
import type { Chart } from 'chart.js';

import { ChartNotDrawn } from './chart-not-drawn.ts';

/** The pen of a chart. The types of chart.js know canvases of browsers only; ours says itself what it is. */
export function penOf(chart: Chart): Pen {
  const canvas: unknown = chart.canvas;
  if (canvas instanceof CanvasElement) return canvas.getContext('2d');
  throw new ChartNotDrawn('failed', 'not a canvas of ours');
}
