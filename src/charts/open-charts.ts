import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';

import type { ChartRequest, DrawChart } from '../replies/chart-request.ts';
import { ChartCache } from './chart-cache.ts';
import { DrawingRoom } from './drawing-room.ts';

/** The charts of the program, drawn beside it in a worker, or two when many wait. */
export type Charts = {
  /** Rejects with ChartNotDrawn. Equal requests give the same bytes, which nobody may change. */
  readonly draw: DrawChart;
  /** Many charts are about to be asked for: what starts with the first one starts now. */
  readonly warmUp: () => void;
  /** Ends the workers; charts not yet drawn reject. */
  readonly close: () => Promise<void>;
};

export type ChartSettings = {
  /** A chart that takes longer is given up, with the worker that draws it. */
  readonly timeLimitMs?: number;
  /** How many bytes of drawn charts are kept. */
  readonly cacheBytes?: number;
  /** The worker's file: another one in tests. */
  readonly worker?: URL;
  /** How many charts may be drawn at the same time, 1 or 2; no more than there are processors, unless said. */
  readonly threads?: 1 | 2;
  /** After so long without a chart the second worker ends. */
  readonly helperIdleMs?: number;
};

const TIME_LIMIT_MS = 10_000;
const CACHE_BYTES = 16 * 1024 * 1024;
const HELPER_IDLE_MS = 10_000;

/** Opens the charts. Nothing is started before the first chart. */
export function openCharts(settings: ChartSettings = {}): Charts {
  const file = settings.worker ?? new URL('./chart-worker.ts', import.meta.url);
  const room = new DrawingRoom({
    file,
    timeLimitMs: settings.timeLimitMs ?? TIME_LIMIT_MS,
    mayHelp: (settings.threads ?? availableParallelism()) > 1,
    helperIdleMs: settings.helperIdleMs ?? HELPER_IDLE_MS,
  });
  const cache = new ChartCache(settings.cacheBytes ?? CACHE_BYTES);
  const drawing = new Map<string, Promise<Uint8Array>>();

  async function drawAnew(hash: string, request: ChartRequest): Promise<Uint8Array> {
    try {
      const png = await room.draw(request);
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
    warmUp: () => room.warmUp(),
    close: () => room.close(),
  };
}
