import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { AgencyId } from '../../src/agencies/agency.ts';
import { PeriodKey } from '../../src/calendar/period.ts';
import { parsePeriodKey } from '../../src/calendar/periods.ts';
import { NO_COUNTS } from '../../src/figures/counts.ts';
import type { Snapshot } from '../../src/snapshots/snapshot.ts';
import type { SnapshotStore } from '../../src/snapshots/store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { snapshotStore } from '../../src/storage/snapshot-store.ts';
import type { BenchRow } from './bench-row.ts';

/** 10 running years, polled on 365 days each, 200 agencies: 730,000 figures. */
const YEARS = Array.from({ length: 10 }, (_, index) => PeriodKey.parse(String(2015 + index)));
const DAYS = 365;
const AGENCIES = Array.from({ length: 200 }, (_, index) =>
  AgencyId.parse(`co-quan-thu-${String(index)}`),
);
const SCOPE = 'one-stop';

/** Fills a store with ten years of daily snapshots and asks it what the commands ask most. */
export async function benchQueries(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dung-hen-queries-'));
  try {
    using storage = openStorage(join(folder, 'bench.db'));
    const store = snapshotStore(storage);
    await fill(store);
    return [await latestFigure(store), await ranking(store)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function fill(store: SnapshotStore): Promise<void> {
  for (const period of YEARS) {
    for (let day = 0; day < DAYS; day += 1) await store.record(snapshotOf(period, day));
  }
}

function snapshotOf(period: PeriodKey, day: number): Snapshot {
  const asOf = parsePeriodKey(period).from.add({ days: day });
  return {
    source: 'one-stop',
    document: { number: null, title: 'Hệ thống một cửa', issuedOn: null, place: 'tổng hợp' },
    period,
    scope: SCOPE,
    formula: 'OVERDUE_TOTAL_OVER_HANDLED',
    asOf,
    fetchedAt: asOf.toZonedDateTime('UTC').toInstant(),
    figures: AGENCIES.map((agency, index) => ({
      agency,
      field: null,
      counts: countsOf((day + 1) * (index + 1)),
      printedOverdue: null,
    })),
    statements: [],
    findings: [],
  };
}

function countsOf(received: number): Snapshot['figures'][number]['counts'] {
  const resolved = Math.floor(received * 0.9);
  const resolvedOverdue = Math.floor(resolved / 100);
  return {
    ...NO_COUNTS,
    received,
    receivedOnline: Math.floor(received / 2),
    receivedDirectOrPostal: received - Math.floor(received / 2),
    carriedOver: 0,
    resolved,
    resolvedEarly: 0,
    resolvedOnTime: resolved - resolvedOverdue,
    resolvedOverdue,
    pending: received - resolved,
    pendingWithin: received - resolved,
    pendingOverdue: 0,
  };
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
