import { createCanvas, type Canvas } from 'canvas';
import type { ChartConfiguration } from 'chart.js';
import { Chart } from 'chart.js/auto';
import { ChartJSNodeCanvas } from 'chartjs-node-canvas';

import { openEncoder } from './fast-png.ts';

/** Size of a picture in its own pixels, and how many device pixels one of them is across. */
type Size = { readonly width: number; readonly height: number; readonly ratio: number };

/** Turns a configuration of chart.js, whose paper must be opaque, into PNG bytes. */
export type Render = (config: ChartConfiguration, size: Size) => Uint8Array<ArrayBuffer>;

/**
 * chartjs-node-canvas with one chart.js and one canvas for all charts: it would load chart.js anew for every size,
 * and fresh canvases of some megabytes cost more time than drawing on them.
 */
class Renderer extends ChartJSNodeCanvas {
  /** Of the next chart, in its own pixels: chart.js applies the ratio. */
  size = { width: 1, height: 1 };
  readonly #canvas: Canvas = createCanvas(1, 1);

  protected override readonly _createCanvas = (): Canvas => {
    // Setting the size also wipes the canvas and everything set on its pen.
    this.#canvas.width = this.size.width;
    this.#canvas.height = this.size.height;
    return this.#canvas;
  };

  protected override initialize(): typeof Chart {
    return Chart;
  }

  /** Premultiplied RGBA, row by row. */
  pixels(config: ChartConfiguration): Buffer {
    // @ts-expect-error 'raw' is documented and passed on, but left out of the types.
    return this.renderToBufferSync(config, 'raw');
  }
}

/**
 * Draws through chartjs-node-canvas, but takes the pixels and encodes them itself: the canvas's own encoder is most
 * of the time of a chart.
 */
export function openRenderer(): Render {
  const renderer = new Renderer({ width: 1, height: 1 });
  const encodePng = openEncoder();
  return (config, { width, height, ratio }) => {
    renderer.size = { width, height };
    try {
      const data = renderer.pixels(config);
      return encodePng({ data, width: width * ratio, height: height * ratio });
    } catch (cause) {
      // A chart that threw is still listed by chart.js, with its data.
      for (const chart of Object.values(Chart.instances)) chart.destroy();
      throw cause;
    }
  };
}
