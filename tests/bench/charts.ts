import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';

import type { ChartConfiguration } from 'chart.js';
import { ChartJSNodeCanvas } from 'chartjs-node-canvas';

import { FAMILY, openFonts } from '../../src/charts/fonts.ts';
import { openCharts } from '../../src/charts/open-charts.ts';
import { penOf } from '../../src/charts/pen-of.ts';
import { openRenderer } from '../../src/charts/render.ts';
import type { ChartRequest } from '../../src/replies/chart-request.ts';
import { COMMUNES, SAMPLES } from '../charts/sample-requests.ts';
import type { BenchRow } from './bench-row.ts';

const WIDTH = 900;
const HEIGHT = 500;
const ROUNDS = 80;
/** Until the engine has compiled what a chart runs through; a bot that draws for days is past it. */
const WARM_UP = 120;

/** The charts of design.md, section 8: time against chartjs-node-canvas, the event loop, the memory. */
export async function benchCharts(): Promise<BenchRow[]> {
  openFonts();
  return [await againstStock(1, 0.45), await againstStock(2, 0.35), ...(await inTheWorker())];
}

/** Our drawing and the stock one of the same configuration, in turns: what differs is only the way to the PNG. */
async function againstStock(ratio: number, bar: number): Promise<BenchRow> {
  const stock = new ChartJSNodeCanvas({ width: WIDTH, height: HEIGHT });
  const render = openRenderer();
  const spent = { stock: 0, ours: 0 };
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const theirs = await worked(() => stock.renderToBufferSync(communesConfig(ratio)));
    const ours = await worked(() =>
      render(communesConfig(ratio), { width: WIDTH, height: HEIGHT, ratio }),
    );
    if (round < WARM_UP) continue;
    spent.stock += theirs / ROUNDS;
    spent.ours += ours / ROUNDS;
  }
  const value = spent.ours / spent.stock;
  const times = `${spent.ours.toFixed(1)} ÷ ${spent.stock.toFixed(1)} ms`;
  return {
    name: `chart of 27 bars at device ratio ${ratio}, ours ÷ chartjs-node-canvas: ${times}`,
    value,
    unit: '×',
    bar,
    ok: value <= bar,
  };
}

/**
 * Milliseconds this thread worked for one drawing: not the time of day, in which others on the machine share. The
 * system counts it in steps, so only sums mean anything. Between two the loop turns, as in the program: only then
 * pixels are freed.
 */
async function worked(draw: () => unknown): Promise<number> {
  const start = process.threadCpuUsage();
  draw();
  const { user, system } = process.threadCpuUsage(start);
  await turn();
  return (user + system) / 1_000;
}

const CHARTS = 1_800;
const HALF = CHARTS / 2;

/** 1.800 different charts through the worker: what the event loop feels, and what the memory keeps. */
async function inTheWorker(): Promise<BenchRow[]> {
  const charts = openCharts({ cacheBytes: 0 });
  const draw = async (index: number): Promise<void> => {
    const sample: ChartRequest = index % 2 === 0 ? SAMPLES.communes : SAMPLES.districts;
    await charts.draw({ ...sample, source: `${sample.source} · ${index}` });
  };
  for (let index = 0; index < 100; index += 1) await draw(-index);
  const idle = await idleDelay();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  for (let index = 0; index < HALF; index += 1) await draw(index);
  const half = await settledMegabytes();
  for (let index = HALF; index < CHARTS; index += 1) await draw(index);
  delay.disable();
  const growth = (await settledMegabytes()) - half;
  await charts.close();
  const held = Math.max(0, delay.percentile(99) / 1e6 - idle);
  return [
    {
      name: 'event loop held while charts are drawn, p99',
      value: held,
      unit: 'ms',
      bar: 8,
      ok: held <= 8,
    },
    {
      name: `memory grown from chart ${HALF} to ${CHARTS}`,
      value: growth,
      unit: 'MB',
      bar: 20,
      ok: growth <= 20,
    },
  ];
}

/** What the monitor reads when nothing happens: its own tick, and what others on the machine take. */
async function idleDelay(): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await pause(2_000);
  delay.disable();
  return delay.percentile(99) / 1e6;
}

async function settledMegabytes(): Promise<number> {
  globalThis.gc?.();
  await turn();
  return process.memoryUsage().rss / 1e6;
}

/** Labels, title and limit line, as anybody would configure chart.js; on paper, because PNG of RGB needs it. */
function communesConfig(ratio: number): ChartConfiguration {
  return {
    type: 'bar',
    data: {
      labels: COMMUNES.map(({ label }) => label),
      datasets: [{ data: COMMUNES.map(({ value }) => value), backgroundColor: '#0072b2' }],
    },
    options: {
      devicePixelRatio: ratio,
      indexAxis: 'y',
      font: { family: FAMILY },
      plugins: {
        legend: { display: false },
        title: {
          display: true,
          text: 'Tỷ lệ hồ sơ trễ hạn, UBND cấp xã, quý III/2023',
          font: { size: 18 },
        },
      },
      scales: { y: { ticks: { autoSkip: false, font: { size: 10 } }, grid: { display: false } } },
    },
    plugins: [
      {
        id: 'paper-and-limit',
        beforeDraw: (chart) => {
          const pen = penOf(chart);
          pen.fillStyle = '#ffffff';
          pen.fillRect(0, 0, chart.width, chart.height);
        },
        afterDatasetsDraw: (chart) => {
          const pen = penOf(chart);
          const x = chart.scales['x']?.getPixelForValue(1) ?? 0;
          pen.beginPath();
          pen.setLineDash([6, 4]);
          pen.moveTo(x, chart.chartArea.top);
          pen.lineTo(x, chart.chartArea.bottom);
          pen.stroke();
        },
      },
    ],
  };
}

if (import.meta.main) console.table(await benchCharts());
