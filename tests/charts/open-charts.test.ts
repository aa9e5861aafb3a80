import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { afterEach, describe, expect, test, vi } from 'vitest';

import { ChartNotDrawn } from '../../src/charts/chart-not-drawn.ts';
import { openCharts, type Charts, type ChartSettings } from '../../src/charts/open-charts.ts';
import type { ChartRequest } from '../../src/replies/chart-request.ts';
import { bar, FRAME, SAMPLES } from './sample-requests.ts';

const FAULTY = new URL('./faulty-worker.ts', import.meta.url);

afterEach(() => {
  vi.useRealTimers();
});

function opened(settings: ChartSettings = {}): Charts & AsyncDisposable {
  const charts = openCharts(settings);
  return { ...charts, [Symbol.asyncDispose]: charts.close };
}

function titled(title: string): ChartRequest {
  return { ...SAMPLES.one, title };
}

function isPng(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).subarray(1, 4).toString('latin1') === 'PNG';
}

describe('charts', () => {
  test('are drawn beside the program, several at a time, each its own', async () => {
    await using charts = opened();
    const [first, second, third] = await Promise.all([
      charts.draw(SAMPLES.districts),
      charts.draw(SAMPLES.balance),
      charts.draw(SAMPLES.trend),
    ]);
    expect([first, second, third].every((png) => isPng(png))).toBe(true);
    expect(Buffer.from(first).equals(second)).toBe(false);
  });

  test('find the worker ready that was started ahead of them', async () => {
    await using charts = opened({ worker: FAULTY, threads: 1 });
    charts.warmUp();
    const thread = await charts.draw(titled('thread'));
    charts.warmUp();
    expect(await charts.draw(titled('thread again'))).toEqual(thread);
    await using real = opened();
    real.warmUp();
    expect(isPng(await real.draw(titled('a')))).toBe(true);
  });

  test('with the same content are drawn once', async () => {
    await using charts = opened();
    const [first, together] = await Promise.all([
      charts.draw(titled('a')),
      charts.draw(titled('a')),
    ]);
    expect(together).toBe(first);
    expect(await charts.draw(titled('a'))).toBe(first);
    expect(await charts.draw(titled('b'))).not.toBe(first);
  });

  test('are forgotten when too many bytes are kept, the longest unused first', async () => {
    await using sizing = opened();
    const { length } = await sizing.draw(titled('a'));
    await using charts = opened({ cacheBytes: Math.floor(length * 2.5) });
    const first = await charts.draw(titled('a'));
    const second = await charts.draw(titled('b'));
    expect(await charts.draw(titled('a'))).toBe(first);
    await charts.draw(titled('c'));
    expect(await charts.draw(titled('a'))).toBe(first);
    expect(await charts.draw(titled('b'))).not.toBe(second);
  });

  test('that cannot be drawn reject with a reason, and the next one is drawn', async () => {
    await using charts = opened();
    const bad: ChartRequest = { kind: 'ranking', ...FRAME, bars: [bar('a', -1)], limit: null };
    const empty: ChartRequest = { kind: 'composition', ...FRAME, bars: [] };
    await expect(charts.draw(bad)).rejects.toMatchObject({
      name: 'ChartNotDrawn',
      code: 'badValue',
    });
    await expect(charts.draw(empty)).rejects.toMatchObject({ code: 'empty' });
    expect(isPng(await charts.draw(SAMPLES.one))).toBe(true);
  });
});

describe('a worker', () => {
  test.each([
    ['crash', 'stopped'],
    ['exit', 'stopped'],
    ['throw', 'failed'],
  ])('that does %s fails one chart as %s, and the waiting one is drawn', async (fault, code) => {
    await using charts = opened({ worker: FAULTY });
    const failing = charts.draw(titled(fault));
    const waiting = charts.draw(titled('well'));
    await expect(failing).rejects.toMatchObject({ code });
    expect(Buffer.from(await waiting).toString()).toBe('well');
    // A failure is not kept: the same request is tried again.
    await expect(charts.draw(titled(fault))).rejects.toMatchObject({ code });
  });

  test('that takes too long is given up, and the waiting chart is drawn by another', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await using charts = opened({ worker: FAULTY, timeLimitMs: 5_000 });
    const hanging = charts.draw(titled('hang'));
    const waiting = charts.draw(titled('well'));
    const outcomes = Promise.allSettled([hanging, waiting]);
    vi.advanceTimersByTime(5_000);
    expect(await outcomes).toMatchObject([
      { reason: { code: 'timedOut', detail: '5000 ms' } },
      { value: new TextEncoder().encode('well') },
    ]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('whose file is missing fails the chart and not the program', async () => {
    await using charts = opened({ worker: new URL('./no-such-worker.ts', import.meta.url) });
    await expect(charts.draw(SAMPLES.one)).rejects.toBeInstanceOf(ChartNotDrawn);
  });
});

describe('closing', () => {
  test('rejects what is not yet drawn and everything after', async () => {
    const charts = openCharts({ worker: FAULTY });
    const current = charts.draw(titled('hang'));
    const waiting = charts.draw(titled('well'));
    const outcomes = Promise.allSettled([current, waiting]);
    await charts.close();
    expect(await outcomes).toMatchObject([
      { reason: { code: 'closed' } },
      { reason: { code: 'closed' } },
    ]);
    await expect(charts.draw(titled('late'))).rejects.toMatchObject({ code: 'closed' });
    await charts.close();
  });

  test.each(['close', 'forget'])(
    'the process ends by itself after its charts (%s)',
    async (how) => {
      const script = fileURLToPath(new URL('./draw-and-end.ts', import.meta.url));
      const child = spawn(process.execPath, [script, how], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const out: string[] = [];
      child.stdout.on('data', (data: Buffer) => out.push(data.toString()));
      await once(child, 'close');
      expect(child.exitCode).toBe(0);
      expect(out.join('')).toBe('drawn');
    },
  );
});
