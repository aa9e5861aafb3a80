import { Chart } from 'chart.js/auto';
import { ChartJSNodeCanvas } from 'chartjs-node-canvas';
import { describe, expect, test } from 'vitest';

import { chartConfig } from '../../src/charts/chart-config.ts';
import { openDrawing } from '../../src/charts/draw-chart.ts';
import { openFonts } from '../../src/charts/fonts.ts';
import { layOutChart } from '../../src/charts/lay-out-chart.ts';
import { openRenderer } from '../../src/charts/render.ts';
import { BARS, WIDTH } from '../../src/charts/theme.ts';
import type { ChartRequest } from '../../src/replies/chart-request.ts';
import { decoded } from './pictures.ts';
import { bar, FRAME, SAMPLES } from './sample-requests.ts';

const draw = openDrawing();
const measure = openFonts();

/** chartjs-node-canvas as it is: a fresh canvas for every chart, encoded by the canvas. Only chart.js is ours. */
class Stock extends ChartJSNodeCanvas {
  protected override initialize(): typeof Chart {
    return Chart;
  }
}

type Picture = Awaited<ReturnType<typeof decoded>>;

/** The colour at a place given in picture pixels. */
function colourAt({ data, width }: Picture, x: number, y: number): string {
  const ratio = width / WIDTH;
  const at = (Math.round(y * ratio) * width + Math.round(x * ratio)) * 4;
  return `#${data.toString('hex', at, at + 3)}`;
}

describe('every kind is drawn', () => {
  test.each(Object.entries<ChartRequest>(SAMPLES))('%s', async (_, request) => {
    const png = draw(request);
    const { width, height, data } = await decoded(png);
    expect([720, 900]).toContain(width);
    expect(height / width).toBeLessThan(2);
    // Telegram shrinks beyond 1280 unless the picture is long anyway; Zalo takes at most 1 MB.
    expect(width === 720 || height <= 1280).toBe(true);
    expect(png.length).toBeLessThan(400_000);
    const margin = Math.floor((3 * width) / WIDTH);
    for (let y = 0; y < height; y += 1) {
      const left = data.subarray(y * width * 4, (y * width + margin) * 4);
      expect(
        left.every((byte) => byte === 255),
        `row ${y} has ink at the edge`,
      ).toBe(true);
    }
  });
});

describe('the drawing', () => {
  test('is to the pixel what the encoder of the canvas makes of it', async () => {
    const picture = layOutChart(SAMPLES.balance, measure);
    const { height } = picture;
    const stock = new Stock({ width: WIDTH, height });
    const theirs = await decoded(stock.renderToBufferSync(chartConfig(picture, 2)));
    const ours = await decoded(
      openRenderer()(chartConfig(picture, 2), { width: WIDTH, height, ratio: 2 }),
    );
    expect(ours.data.equals(theirs.data)).toBe(true);
  });

  test('has its bars where the layout says, in their colours', async () => {
    const bars = [bar('dài', 2), bar('ngắn', 1, { marked: true })];
    const request: ChartRequest = { kind: 'ranking', ...FRAME, bars, limit: null };
    const { plot, marks } = layOutChart(request, measure);
    const picture = await decoded(draw(request));
    const middles = marks.kind === 'bars' ? marks.bars.map(({ middle }) => plot.y + middle) : [];
    const colours = middles.map((y) =>
      [0.05, 0.45, 0.55, 0.97].map((share) => colourAt(picture, plot.x + share * plot.width, y)),
    );
    const { fill } = BARS.plain;
    const { fill: blue } = BARS.marked;
    expect(colours).toEqual([
      [fill, fill, fill, fill],
      [blue, blue, expect.not.stringMatching(blue), expect.not.stringMatching(blue)],
    ]);
  });

  test('of the same request is the same, whatever was drawn before', () => {
    const first = draw(SAMPLES.districts);
    draw(SAMPLES.communes);
    draw(SAMPLES.trend);
    expect(Buffer.from(draw(SAMPLES.districts)).equals(first)).toBe(true);
  });

  test('that fails leaves nothing behind for the next', () => {
    const before = Buffer.from(draw(SAMPLES.one));
    const picture = layOutChart(SAMPLES.one, measure);
    const config = chartConfig(picture, 2);
    const broken = {
      ...config,
      plugins: [
        {
          id: 'broken',
          afterDraw: () => {
            throw new Error('broken');
          },
        },
      ],
    };
    const render = openRenderer();
    const size = { width: WIDTH, height: picture.height, ratio: 2 };
    expect(() => render(broken, size)).toThrow('broken');
    expect(Object.keys(Chart.instances)).toEqual([]);
    expect(() => render(config, size)).not.toThrow();
    expect(Buffer.from(draw(SAMPLES.one)).equals(before)).toBe(true);
  });
});
