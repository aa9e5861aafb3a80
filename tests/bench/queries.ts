import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';

import type { SnapshotStore } from '../../src/snapshots/store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { snapshotStore } from '../../src/storage/snapshot-store.ts';
import type { BenchRow } from './bench-row.ts';
import { AGENCIES, fillTenYears, SCOPE, YEARS } from './ten-years.ts';

/** What `/ho-so` of one agency asks the store in one turn of the event loop; other commands ask more. */
const QUESTIONS_AN_ANSWER = 9;

/** Fills a store with ten years of daily snapshots and asks it what the commands ask most. */
export async function benchQueries(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dung-hen-queries-'));
  try {
    using storage = openStorage(join(folder, 'bench.db'));
    const store = snapshotStore(storage);
    await fillTenYears(store);
    return [
      await latestFigure(store, 1),
      await latestFigure(store, QUESTIONS_AN_ANSWER),
      await ranking(store),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** With so many questions in a turn of the event loop; one alone pays the whole price of the lock, and the bar is for that. */
async function latestFigure(store: SnapshotStore, questions: number): Promise<BenchRow> {
  const value = await medianMicroseconds({ turns: 2_500, questions }, async (round) => {
    const readings = await store.readings(pick(AGENCIES, round * 7), pick(YEARS, round));
    if (readings.length !== 1) throw new Error(`${String(readings.length)} readings`);
  });
  const bar = 10;
  const name = `latest figure of one agency, ${String(questions)} in a turn`;
  return { name, value, unit: 'µs', bar, ok: value <= bar };
}

async function ranking(store: SnapshotStore): Promise<BenchRow> {
  const value = await medianMicroseconds({ turns: 2_000, questions: 1 }, async (round) => {
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

/** The middle of what one question took, of those asked in one turn of the event loop. */
async function medianMicroseconds(
  { turns, questions }: { readonly turns: number; readonly questions: number },
  work: (round: number) => Promise<void>,
) {
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    await nextTurn();
    const start = performance.now();
    for (let asked = 0; asked < questions; asked += 1) await work(turn * questions + asked);
    times.push(((performance.now() - start) * 1000) / questions);
  }
  times.sort((a, b) => a - b);
  return pick(times, Math.floor(turns / 2));
}

if (import.meta.main) console.table(await benchQueries());
