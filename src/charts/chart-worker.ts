import { parentPort } from 'node:worker_threads';

import type { ChartRequest } from '../replies/chart-request.ts';
import { ChartNotDrawn, type NotDrawnCode } from './chart-not-drawn.ts';
import { openDrawing } from './draw-chart.ts';
import { practice } from './practice.ts';
import { stepBack } from './step-back.ts';

/** What the worker is asked for: a chart, or only to be able to draw one. */
export type Asked = ChartRequest | null;

/** What the worker answers to a request: requests come one at a time, so an answer needs no number. */
export type ChartAnswer =
  | { readonly png: Uint8Array }
  | { readonly code: NotDrawnCode; readonly detail: string };

let drawing: ReturnType<typeof openDrawing> | null = null;

if (parentPort !== null) stepBack();

// Outside a worker there is no port, and loading this file does nothing.
parentPort?.on('message', (request: Asked) => {
  try {
    drawing ??= openDrawing();
    if (request === null) {
      practice(drawing);
      return;
    }
    const png = drawing(request);
    parentPort?.postMessage({ png } satisfies ChartAnswer, [png.buffer]);
  } catch (error) {
    // The next chart says why it cannot be drawn.
    if (request === null) return;
    parentPort?.postMessage(reasonOf(error), []);
  }
});

function reasonOf(error: unknown): ChartAnswer {
  if (error instanceof ChartNotDrawn) return { code: error.code, detail: error.detail };
  return {
    code: 'failed',
    detail: error instanceof Error ? `${error.name}: ${error.message}` : '',
  };
}
