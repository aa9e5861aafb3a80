import type { ChartConfiguration } from 'chart.js';
import { Chart } from 'chart.js/auto';
import { ChartJSNodeCanvas } from 'chartjs-node-canvas';

import { encodePng } from './fast-png.ts';

/** Size of a picture in its own pixels, and how many device pixels one of them is across. */
export type Size = { readonly width: number; readonly height: number; readonly ratio: number };

/** Turns a configuration of chart.js, whose paper must be opaque, into PNG bytes. */
export type Render = (config: ChartConfiguration, size: Size) => Uint8Array<ArrayBuffer>;

/** chartjs-node-canvas loads chart.js anew for every size; one chart.js is enough for all. */
class Renderer extends ChartJSNodeCanvas {
  protected override initialize(): typeof Chart {
    return Chart;
  }
}

/**
 * Draws through chartjs-node-canvas, but takes the pixels and encodes them itself: the canvas's own encoder is most
 * of the time of a chart.
 */
export function openRenderer(): Render {
  const renderers = new Map<string, Renderer>();
  return (config, { width, height, ratio }) => {
    const key = `${width}×${height}`;
    const renderer = renderers.get(key) ?? new Renderer({ width, height });
    renderers.set(key, renderer);
    try {
      // @ts-expect-error chartjs-node-canvas documents 'raw' and passes it on, but its types leave it out.
      const data = renderer.renderToBufferSync(config, 'raw');
      return encodePng({ data, width: width * ratio, height: height * ratio });
    } catch (cause) {
      // A chart that threw is still listed by chart.js, with its canvas.
      for (const chart of Object.values(Chart.instances)) chart.destroy();
      throw cause;
    }
  };
}
