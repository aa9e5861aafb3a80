import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { SnapshotStore } from '../../src/snapshots/store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { snapshotStore } from '../../src/storage/snapshot-store.ts';
import type { BenchRow } from './bench-row.ts';
import { AGENCIES, fillTenYears, SCOPE, YEARS } from './ten-years.ts';

/** Fills a store with ten years of daily snapshots and asks it what the commands ask most. */
export async function benchQueries(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dung-hen-queries-'));
  try {
    using storage = openStorage(join(folder, 'bench.db'));
    const store = snapshotStore(storage);
    await fillTenYears(store);
    return [await latestFigure(store), await ranking(store)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function latestFigure(store: SnapshotStore): Promise<BenchRow> {
  const value = await medianMicroseconds(20_000, async (round) => {
    const readings = await store.readings(pick(AGENCIES, round * 7), pick(YEARS, round));
    if (readings.length !== 1) throw new Error(`${String(readings.length)} readings`);
  });
  const bar = 10;
  return { name: 'latest figure of one agency', value, unit: 'µs', bar, ok: value <= bar };
}

async function ranking(store: SnapshotStore): Promise<BenchRow> {
  const value = await medianMicroseconds(2_000, async (round) => {
    const readings = await store.readingsOf(AGENCIES, { period: pick(YEARS, round), scope: SCOPE });
    if (readings.length !== AGENCIES.length) throw new Error(`${String(readings.length)} readings`);
  });
  const bar = 0.5;
  return {
    name: 'figures of 200 agencies',
    value: value / 1000,
    unit: 'ms',
    bar,
    ok: value / 1000 <= bar,
  };
}

function pick<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new RangeError('empty list');
  return item;
}

async function medianMicroseconds(rounds: number, work: (round: number) => Promise<void>) {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work(round);
    times.push((performance.now() - start) * 1000);
  }
  times.sort((a, b) => a - b);
  return pick(times, Math.floor(rounds / 2));
}

if (import.meta.main) console.table(await benchQueries());
