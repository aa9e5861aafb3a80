import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DUE } from '../../src/storage/dossier-queries.ts';
import { dossierStore } from '../../src/storage/dossier-store.ts';
import { DUE_COUNTS } from '../../src/storage/due-counts.ts';
import { openStorage, type Storage } from '../../src/storage/open.ts';
import type { BenchRow } from './bench-row.ts';
import { AGENCIES, fillFiveMillion, NOW } from './five-million.ts';

/** Three working days from a Friday morning. */
const THREE = NOW.add({ hours: 24 * 5 });
const BOUNDS = {
  now: NOW,
  today: NOW.add({ hours: 17 }),
  one: NOW.add({ hours: 24 * 4 }),
  three: THREE,
};
/** What there would be without the wide one. */
const PLAIN =
  'create index plain_open on dossiers (agency, current_due_at) where queue is not null';

/** Five million dossiers, 250,000 of them open: what is due, by our index and by a plain one, in one run. */
export async function benchDue(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dung-hen-due-'));
  try {
    using storage = openStorage(join(folder, 'bench.db'));
    fillFiveMillion(storage);
    storage.database.exec(PLAIN);
    return [await listOfOne(storage), await countsOfAll(storage)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function listOfOne(storage: Storage): Promise<BenchRow> {
  const { database } = storage;
  const ids = idsOf(storage);
  const way = (sql: string) => {
    const list = database.prepare(sql).raw();
    return (round: number) => {
      const rows = list.all(ids[(round * 7) % ids.length], THREE.epochMilliseconds).length;
      if (rows < 50) throw new Error(`${String(rows)} rows`);
    };
  };
  const [ours, plain] = byTurns(1_000, way(DUE), way(byPlainIndex(DUE)));
  const store = dossierStore(storage);
  const whole = await median(1_000, async (round) => {
    for (const agency of AGENCIES.slice(round % AGENCIES.length).slice(0, 1)) {
      await store.due(agency, THREE);
    }
  });
  tell('due list of one agency', { ours, plain, whole });
  return ratio('due list of one agency, of a plain index', ours / plain, 0.2);
}

async function countsOfAll(storage: Storage): Promise<BenchRow> {
  const { database } = storage;
  const asked = { agencies: JSON.stringify(idsOf(storage)), ...millisecondsOf(BOUNDS) };
  const way = (sql: string) => {
    const counts = database.prepare(sql).raw();
    return () => {
      const agencies = counts.all(asked).length;
      if (agencies !== AGENCIES.length) throw new Error(`${String(agencies)} agencies`);
    };
  };
  const [ours, plain] = byTurns(100, way(DUE_COUNTS), way(byPlainIndex(DUE_COUNTS)));
  const store = dossierStore(storage);
  const whole = await median(100, async () => {
    await store.dueCounts(BOUNDS);
  });
  tell('due counts of all agencies', { ours, plain, whole });
  return ratio('due counts of all agencies, of a plain index', ours / plain, 0.05);
}

function byPlainIndex(sql: string): string {
  return sql.replaceAll(/from dossiers( d)?/gu, 'from dossiers$1 indexed by plain_open');
}

function idsOf({ database }: Storage): readonly unknown[] {
  return database.prepare('select id from dossier_words order by id limit ?').pluck().all(180);
}

/** Medians of two ways in microseconds. They take turns of some rounds, as each finds what it read last in memory. */
function byTurns(rounds: number, one: Work, other: Work): readonly [number, number] {
  const times: readonly [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const turn = Math.floor(round / ROUNDS_A_TURN) % 2;
    const start = performance.now();
    (turn === 0 ? one : other)(round);
    times[turn]?.push((performance.now() - start) * 1000);
  }
  return [middle(times[0]), middle(times[1])];
}

const ROUNDS_A_TURN = 20;
type Work = (round: number) => void;

async function median(rounds: number, work: (round: number) => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work(round);
    times.push((performance.now() - start) * 1000);
  }
  return middle(times);
}

function middle(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

function ratio(name: string, value: number, bar: number): BenchRow {
  return { name, value, unit: '×', bar, ok: value <= bar };
}

function tell(name: string, times: Readonly<Record<string, number>>): void {
  const parts = Object.entries(times).map(([way, value]) => `${way} ${value.toFixed(0)} µs`);
  console.log(`  ${name}: ${parts.join(', ')}`);
}

function millisecondsOf({ now, today, one, three }: typeof BOUNDS) {
  return {
    now: now.epochMilliseconds,
    today: today.epochMilliseconds,
    one: one.epochMilliseconds,
    three: three.epochMilliseconds,
  };
}
