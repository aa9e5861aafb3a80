import { createHash } from 'node:crypto';

import type { ChartRequest, DrawChart } from '../replies/chart-request.ts';
import { ChartCache } from './chart-cache.ts';
import { DrawingThread } from './drawing-thread.ts';

/** The charts of the program, drawn beside it in a worker. */
export type Charts = {
  /** Rejects with ChartNotDrawn. Equal requests give the same bytes, which nobody may change. */
  readonly draw: DrawChart;
  /** Ends the worker; charts not yet drawn reject. */
  readonly close: () => Promise<void>;
};

export type ChartSettings = {
  /** A chart that takes longer is given up, with the worker that draws it. */
  readonly timeLimitMs?: number;
  /** How many bytes of drawn charts are kept. */
  readonly cacheBytes?: number;
  /** The worker's file: another one in tests. */
  readonly worker?: URL;
};

const TIME_LIMIT_MS = 10_000;
const CACHE_BYTES = 16 * 1024 * 1024;

/** Opens the charts. Nothing is started before the first chart. */
export function openCharts(settings: ChartSettings = {}): Charts {
  const file = settings.worker ?? new URL('./chart-worker.ts', import.meta.url);
  const thread = new DrawingThread(file, settings.timeLimitMs ?? TIME_LIMIT_MS);
  const cache = new ChartCache(settings.cacheBytes ?? CACHE_BYTES);
  const drawing = new Map<string, Promise<Uint8Array>>();

  async function drawAnew(hash: string, request: ChartRequest): Promise<Uint8Array> {
    try {
      const png = await thread.draw(request);
      cache.put(hash, png);
      return png;
    } finally {
      drawing.delete(hash);
    }
  }

  return {
    draw: async (request) => {
      const hash = createHash('sha256').update(JSON.stringify(request)).digest('base64');
      const known = cache.get(hash);
      if (known !== null) return known;
      const begun = drawing.get(hash) ?? drawAnew(hash, request);
      drawing.set(hash, begun);
      return begun;
    },
    close: () => thread.close(),
  };
}
