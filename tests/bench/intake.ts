import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { parse } from 'csv-parse';
import exceljs from 'exceljs';
import * as z from 'zod';

import { agencyFinder } from '../../src/agencies/find-agency.ts';
import { readDirectory } from '../../src/agencies/read-directory.ts';
import { systemClock } from '../../src/clock.ts';
import { readSensitiveWords } from '../../src/dossiers/read-sensitive-words.ts';
import type { DossierSource } from '../../src/polling/dossier-source.ts';
import { pollDossiers } from '../../src/polling/poll-dossiers.ts';
import { readColumnNames } from '../../src/sources/dossiers/column-names.ts';
import { dossierFiles } from '../../src/sources/dossiers/dossier-files.ts';
import { listReader } from '../../src/sources/dossiers/list-reader.ts';
import { dossierStore } from '../../src/storage/dossier-store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { snapshotStore } from '../../src/storage/snapshot-store.ts';
import type { BenchRow } from './bench-row.ts';
import { procedureOf, writeCsvList, writeXlsxList } from './dossier-lists.ts';

const CSV_ROWS = 500_000;
const XLSX_ROWS = 50_000;
const ROUNDS = 3;

const directory = readDirectory(readFileSync('fixtures/agencies/khanh-hoa.yaml', 'utf8'));
const agencies = directory.agencies.filter(
  ({ level, validTo }) => level !== 'group' && validTo === null,
);
const reading = {
  finder: agencyFinder(directory),
  clock: systemClock,
  names: readColumnNames(readFileSync('fixtures/dossier-columns.yaml', 'utf8')),
  sensitiveWords: readSensitiveWords(readFileSync('fixtures/sensitive-procedures.yaml', 'utf8')),
  agency: null,
  readBatches: listReader(),
};

/** Taking in lists of dossiers (design.md, section 8): time against bare libraries, memory, the event loop, letters. */
export async function benchIntake(
  { csvRows, xlsxRows } = { csvRows: CSV_ROWS, xlsxRows: XLSX_ROWS },
): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dung-hen-intake-'));
  try {
    return [
      ...(await csvIntake(folder, csvRows)),
      ...(await xlsxReading(join(folder, 'list.xlsx'), xlsxRows)),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function csvIntake(folder: string, rows: number): Promise<BenchRow[]> {
  const part = join(folder, 'part.csv');
  const whole = join(folder, 'whole.csv');
  await writeCsvList(part, rows / 5, agencies);
  await writeCsvList(whole, rows, agencies);
  const small = await takenIn(part, rows / 5);
  const ours: Taken[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await bareSeconds(whole, rows));
    ours.push(await takenIn(whole, rows));
  }
  const seconds = median(ours.map((taken) => taken.seconds));
  const floor = median(bare);
  const held = median(ours.map((taken) => taken.heldMs));
  const growth = Math.min(...ours.map(({ peakMb }) => peakMb)) - small.peakMb;
  const times = `${seconds.toFixed(1)} ÷ ${floor.toFixed(1)} s`;
  return [
    row(`${rows} dossiers from CSV, ours ÷ bare csv-parse and upsert: ${times}`, [
      seconds / floor,
      '×',
      2,
    ]),
    row('event loop held longest while they are taken in', [held, 'ms', 50]),
    row(`memory of ${rows} dossiers less that of ${rows / 5}, at their peaks`, [growth, 'MB', 60]),
  ];
}

type Taken = { readonly seconds: number; readonly heldMs: number; readonly peakMb: number };

/** The whole way of the bot: read, checked, staged and taken over, into a store of its own. */
async function takenIn(path: string, rows: number): Promise<Taken> {
  using storage = openStorage(`${path}-${String(performance.now())}.db`);
  const intake = {
    dossiers: dossierStore(storage),
    snapshots: snapshotStore(storage),
    clock: systemClock,
    directory,
  };
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  const loop = watchLoop();
  const start = performance.now();
  const [taken] = await pollDossiers(sourceOf(path), intake);
  const seconds = (performance.now() - start) / 1000;
  const heldMs = loop.stop();
  clearInterval(watch);
  if (taken?.kind !== 'taken' || taken.changes.added !== rows) {
    throw new Error(JSON.stringify(taken));
  }
  return { seconds, heldMs, peakMb: (peak - before) / 1e6 };
}

/**
 * The longest work of this thread between two turns of its loop, in milliseconds: not the time of day, in which others on
 * the machine share.
 */
function watchLoop(): { stop(): number } {
  let longest = 0;
  let before = process.threadCpuUsage();
  const look = (): void => {
    const now = process.threadCpuUsage();
    longest = Math.max(longest, now.user + now.system - before.user - before.system);
    before = now;
  };
  const timer = setInterval(look, 1);
  return {
    stop() {
      clearInterval(timer);
      return longest / 1000;
    },
  };
}

function sourceOf(path: string): DossierSource {
  return dossierFiles({ name: 'bench', completeFor: null, partialOk: false }, [path], reading);
}

const Record = z.array(z.string());

/** csv-parse as its documentation has it, and one upsert for each record. */
async function bareSeconds(path: string, rows: number): Promise<number> {
  const database = new Database(`${path}-bare-${String(performance.now())}.db`);
  database.pragma('journal_mode = wal');
  database.exec(
    `create table dossiers (code text primary key, ${letters().slice(1).join(', ')}) strict`.replace(
      /([b-m])(?=[,)])/gu,
      '$1 text',
    ),
  );
  const upsert = database.prepare(
    `insert into dossiers (code, ${letters().slice(1).join(', ')}) values (${letters()
      .map(() => '?')
      .join(', ')})
     on conflict (code) do update set h = excluded.h, j = excluded.j, k = excluded.k`,
  );
  const upsertAll = database.transaction((records: readonly (readonly string[])[]) => {
    for (const record of records) upsert.run(record);
  });
  const start = performance.now();
  let batch: (readonly string[])[] = [];
  let count = 0;
  for await (const record of createReadStream(path).pipe(parse({ from: 2 }))) {
    count = batch.push(Record.parse(record)) === 0 ? count : count + 1;
    if (batch.length < 1_000) continue;
    upsertAll(batch);
    batch = [];
  }
  upsertAll(batch);
  const seconds = (performance.now() - start) / 1000;
  database.close();
  if (count !== rows) throw new Error(`${String(count)} records`);
  return seconds;
}

/** Names of the thirteen columns of a bench list. */
function letters(): readonly string[] {
  return Array.from('abcdefghijklm');
}

async function xlsxReading(path: string, rows: number): Promise<BenchRow[]> {
  await writeXlsxList(path, rows, agencies);
  const bytes = await readFile(path);
  const ours: number[] = [];
  const theirs: number[] = [];
  let broken = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    theirs.push(performance.now() - start);
    if (workbook.worksheets[0]?.rowCount !== rows + 1)
      throw new Error('exceljs read another table');
    const begun = performance.now();
    broken += await brokenRows(path, rows);
    ours.push(performance.now() - begun);
  }
  const [mine, other] = [median(ours), median(theirs)];
  const times = `${(mine / 1000).toFixed(2)} ÷ ${(other / 1000).toFixed(2)} s`;
  return [
    row(`${rows} dossiers from XLSX, ours ÷ exceljs load: ${times}`, [mine / other, '×', 0.65]),
    row('of these, with a broken letter', [broken, 'rows', 0]),
  ];
}

async function brokenRows(path: string, rows: number): Promise<number> {
  let count = 0;
  let broken = 0;
  for await (const payload of sourceOf(path).fetch()) {
    if (payload.kind === 'refused') throw new Error(JSON.stringify(payload.problems));
    for await (const { dossiers, problems } of payload.batches()) {
      if (problems.length > 0) throw new Error(JSON.stringify(problems[0]));
      for (const { dossier } of dossiers) {
        const { name } = directory.get(dossier.agency);
        const agency = agencies[count % agencies.length]?.name;
        if (dossier.procedure !== procedureOf(count) || name !== agency) broken += 1;
        count += 1;
      }
    }
  }
  if (count !== rows) throw new Error(`${String(count)} dossiers`);
  return broken;
}

function row(name: string, [value, unit, bar]: readonly [number, string, number]): BenchRow {
  return { name, value, unit, bar, ok: value <= bar };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

if (import.meta.main) {
  const [csvRows = CSV_ROWS, xlsxRows = XLSX_ROWS] = process.argv.slice(2).map(Number);
  console.table(await benchIntake({ csvRows, xlsxRows }));
}
