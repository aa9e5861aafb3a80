import { BarElement, type Chart, type ChartConfiguration, type Plugin } from 'chart.js';

import { paintFinish, paintGround, paintWords } from './paint-picture.ts';
import { penOf } from './pen-of.ts';
import type { Marks, Picture } from './picture.ts';
import { INK, LINE, PAPER, WIDTH } from './theme.ts';

type Bars = Extract<Marks, { kind: 'bars' }>;
type Line = Extract<Marks, { kind: 'line' }>;

/** The picture as chart.js draws it: its marks as data, everything else by a plugin of its own. */
export function chartConfig(picture: Picture, ratio: number): ChartConfiguration {
  const { marks } = picture;
  const { type, data, options } = marks.kind === 'bars' ? bars(marks, picture) : line(marks);
  return {
    type,
    data,
    plugins: [picturePlugin(picture)],
    options: {
      ...options,
      devicePixelRatio: ratio,
      events: [],
      layout: { autoPadding: false, padding: padding(picture) },
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
    },
  };
}

/** So that the plot of chart.js is exactly the plot of the picture. */
function padding({ plot, height }: Picture): Record<'left' | 'right' | 'top' | 'bottom', number> {
  return {
    left: plot.x,
    right: WIDTH - plot.x - plot.width,
    top: plot.y,
    bottom: height - plot.y - plot.height,
  };
}

function bars({ bars: all, thickness, max }: Bars, { plot }: Picture): ChartConfiguration {
  return {
    type: 'bar',
    data: {
      labels: all.map(({ middle }) => middle),
      datasets: [
        {
          type: 'bar',
          data: all.map(({ from, to }): [number, number] => [from, to]),
          backgroundColor: all.map(({ paint }) => paint.fill),
          barThickness: thickness,
          grouped: false,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      scales: {
        x: { type: 'linear', display: false, min: 0, max },
        y: {
          type: 'linear',
          display: false,
          min: 0,
          max: plot.height,
          reverse: true,
          offset: false,
        },
      },
    },
  };
}

function line({ points, max }: Line): ChartConfiguration {
  const spots = points.map(({ value }, index) => ({ x: index + 0.5, y: value }));
  // Where the line must not come from the point before, a point without a value breaks it.
  const linked = spots.flatMap((spot, index) => {
    if (points[index]?.lone === true) return [];
    return points[index]?.joined === true ? [spot] : [{ x: index, y: null }, spot];
  });
  const dots = { borderColor: LINE, borderWidth: 3, pointBorderWidth: 2.5, clip: false } as const;
  return {
    type: 'line',
    data: {
      datasets: [
        { ...dots, type: 'line', data: linked, pointRadius: 4, pointBackgroundColor: LINE },
        {
          ...dots,
          type: 'line',
          data: spots.filter((_, index) => points[index]?.lone === true),
          showLine: false,
          pointRadius: 5.5,
          pointStyle: 'rectRot',
          pointBackgroundColor: PAPER,
          pointBorderColor: INK.strong,
        },
      ],
    },
    options: {
      scales: {
        x: { type: 'linear', display: false, min: 0, max: points.length },
        y: { type: 'linear', display: false, min: 0, max },
      },
    },
  };
}

function picturePlugin(picture: Picture): Plugin {
  return {
    id: 'picture',
    beforeDraw: (chart) => paintGround(penOf(chart), picture),
    afterDatasetsDraw: (chart) => {
      finishBars(chart, picture.marks);
      paintWords(penOf(chart), picture);
    },
  };
}

/** Hatches and outlines the bars where chart.js has put them. */
function finishBars(chart: Chart, marks: Marks): void {
  if (marks.kind !== 'bars') return;
  for (const [index, element] of chart.getDatasetMeta(0).data.entries()) {
    const paint = marks.bars[index]?.paint;
    if (!(element instanceof BarElement) || paint === undefined) continue;
    const { x, y, base, height } = element.getProps(['x', 'y', 'base', 'height'], true);
    const box = { x: base, y: (y ?? 0) - height / 2, width: (x ?? base) - base, height };
    paintFinish(penOf(chart), box, paint);
  }
}
