import { readFile } from 'node:fs/promises';

import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';

import { SourceUnreadable } from '../../../src/errors.ts';
import { readInThread, readTablesApart } from '../../../src/sources/file/read-tables-apart.ts';
import { readTables } from '../../../src/sources/file/read-tables.ts';

const FORM = 'fixtures/sources/ii-06a-so-khdt-quy-3-2023.xlsx';
const stub = (name: string) => new URL(`../dossiers/${name}.ts`, import.meta.url);

async function refusalOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
  } catch (error) {
    if (!(error instanceof SourceUnreadable)) throw error;
    return error.problems.map(({ code, place }) => `${place} ${code}`).join('; ');
  }
  return 'read';
}

test('a thread reads what is read here', async () => {
  const bytes = await readFile(FORM);
  expect(await readInThread({ name: 'a.xlsx', bytes })).toEqual(await readTables('a.xlsx', bytes));
});

test('and refuses what is refused here', async () => {
  const bytes = await readFile('fixtures/sources/bad/encrypted.xlsx');
  expect(await refusalOf(readInThread({ name: 'a.xlsx', bytes }))).toBe('a.xlsx encrypted');
});

test('while it reads a great workbook, others get their turn', async () => {
  const rows = Array.from({ length: 4_000 }, (_, at) => Array.from({ length: 13 }, () => at));
  const bytes = await writeXlsx({ sheets: [{ name: 'a', rows }] });
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 5);
  const [table] = await readTablesApart('a.xlsx', bytes);
  clearInterval(timer);
  expect(table?.rows).toHaveLength(4_000);
  expect(turns).toBeGreaterThan(5);
}, 20_000);

test.each([
  ['takes too long', { worker: stub('silent-worker'), timeLimitMs: 20 }, 'a.xlsx tooSlow'],
  ['needs too much memory', { worker: stub('greedy-worker'), heapMb: 16 }, 'a.xlsx tooLarge'],
])('a file that %s is refused, and the bot lives on', async (_, settings, refusal) => {
  const bytes = new Uint8Array(1);
  expect(await refusalOf(readInThread({ name: 'a.xlsx', bytes }, settings))).toBe(refusal);
});

test('a thread that breaks is a fault of the program', async () => {
  const request = { name: 'a.xlsx', bytes: new Uint8Array(1) };
  await expect(readInThread(request, { worker: stub('faulty-worker') })).rejects.not.toBeInstanceOf(
    SourceUnreadable,
  );
});
