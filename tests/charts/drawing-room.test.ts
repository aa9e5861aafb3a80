import { afterEach, describe, expect, test, vi } from 'vitest';

import { openCharts, type Charts, type ChartSettings } from '../../src/charts/open-charts.ts';
import type { ChartRequest } from '../../src/replies/chart-request.ts';
import { SAMPLES } from './sample-requests.ts';

const FAULTY = new URL('./faulty-worker.ts', import.meta.url);

afterEach(() => {
  vi.useRealTimers();
});

function opened(settings: ChartSettings = {}): Charts & AsyncDisposable {
  const charts = openCharts({ threads: 2, ...settings });
  return { ...charts, [Symbol.asyncDispose]: charts.close };
}

/** What the worker answers to titles that are asked for at once. */
function answers(charts: Charts, titles: readonly string[]): Promise<string[]> {
  const draw = async (title: string): Promise<string> =>
    new TextDecoder().decode(await charts.draw({ ...SAMPLES.one, title }));
  return Promise.all(titles.map(draw));
}

function hex(png: Uint8Array): string {
  return Buffer.from(png).toString('hex');
}

function rejection(charts: Charts, title: string): Promise<unknown> {
  return charts.draw({ ...SAMPLES.one, title }).catch((error: unknown) => error);
}

describe('a second thread', () => {
  test('helps while more than one chart waits', async () => {
    await using charts = opened({ worker: FAULTY });
    const hanging = rejection(charts, 'hang');
    expect(await answers(charts, ['b', 'c', 'd'])).toEqual(['b', 'c', 'd']);
    await charts.close();
    expect(await hanging).toMatchObject({ code: 'closed' });
  });

  test('is not started for a chart that waits alone', async () => {
    await using charts = opened({ worker: FAULTY });
    const [first, second] = await answers(charts, ['thread a', 'thread b']);
    expect(second).toBe(first);
  });

  test('that is there takes a chart that waits alone', async () => {
    await using charts = opened({ worker: FAULTY });
    await answers(charts, ['a', 'b', 'c']);
    void rejection(charts, 'hang');
    expect(await answers(charts, ['d'])).toEqual(['d']);
  });

  test('does not help where only one is allowed', async () => {
    await using charts = opened({ worker: FAULTY, threads: 1 });
    const numbers = await answers(charts, ['thread a', 'thread b', 'thread c', 'thread d']);
    expect(new Set(numbers).size).toBe(1);
  });

  test('that dies fails one chart, and another one draws the rest', async () => {
    await using charts = opened({ worker: FAULTY });
    void rejection(charts, 'hang');
    const lost = rejection(charts, 'crash');
    expect(await answers(charts, ['c', 'd'])).toEqual(['c', 'd']);
    expect(await lost).toMatchObject({ code: 'stopped' });
  });

  test('ends after a while without charts, and the next burst gets a new one', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await using charts = opened({ worker: FAULTY, helperIdleMs: 5_000 });
    void rejection(charts, 'hang');
    const [early] = await answers(charts, ['thread b', 'thread c']);
    vi.advanceTimersByTime(4_999);
    const [inTime] = await answers(charts, ['thread d']);
    expect(inTime).toBe(early);
    vi.advanceTimersByTime(4_999);
    expect(await answers(charts, ['thread e'])).toEqual([early]);
    vi.advanceTimersByTime(5_000);
    const [late] = await answers(charts, ['thread f', 'thread g']);
    expect(Number(late)).toBeGreaterThan(Number(early));
    await charts.close();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('draws the same pictures as the first', async () => {
    await using alone = opened({ threads: 1, cacheBytes: 0 });
    await using together = opened({ cacheBytes: 0 });
    const requests: ChartRequest[] = Object.values(SAMPLES);
    const ones = await Promise.all(requests.map(alone.draw));
    const twos = await Promise.all(requests.map(together.draw));
    expect(twos.map(hex)).toEqual(ones.map(hex));
  });
});
