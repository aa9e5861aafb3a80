import { setImmediate as turn } from 'node:timers/promises';

import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test, vi } from 'vitest';

import { SourceUnreadable } from '../../../src/errors.ts';
import type { RowBatch } from '../../../src/sources/dossiers/list-message.ts';
import { listReader } from '../../../src/sources/dossiers/list-reader.ts';
import { listBatches } from '../../../src/sources/dossiers/list-thread.ts';
import { csv, HEADER, names, ROW, row, sensitiveWords, written } from './lists.ts';

const requestOf = (path: string) => ({
  path,
  origin: 'a.csv',
  names,
  sensitiveWords,
  agencyGiven: false,
});

const many = (count: number) =>
  csv([
    HEADER,
    ...Array.from({ length: count }, (_, at) =>
      row({ 'Mã hồ sơ': `H32-${String(at).padStart(6, '0')}` }),
    ),
  ]);

async function refusalOf(batches: AsyncIterable<unknown>): Promise<string> {
  try {
    for await (const _ of batches);
  } catch (error) {
    if (!(error instanceof SourceUnreadable)) throw error;
    return error.problems.map(({ code, place }) => `${place} ${code}`).join('; ');
  }
  return 'read';
}

/** The codes of all rows. */
async function all(batches: AsyncIterable<RowBatch>): Promise<readonly string[]> {
  return (await Array.fromAsync(batches)).flatMap(({ rows }) => rows.map(({ code }) => code));
}

describe('the reading thread', () => {
  test('hands over every row once, in order, and a slow taker holds it', async () => {
    const path = await written('a.csv', many(5_000));
    const rows: number[] = [];
    for await (const batch of listBatches(requestOf(path))) {
      rows.push(...batch.rows.map((each) => each.row));
      for (let turns = 0; turns < 20; turns += 1) await turn();
    }
    expect(rows).toEqual(Array.from({ length: 5_000 }, (_, at) => at + 2));
  });

  test('ends with whoever stops taking', async () => {
    const path = await written('a.csv', many(5_000));
    for await (const { rows } of listBatches(requestOf(path))) {
      expect(rows.length).toBeGreaterThan(0);
      break;
    }
  });

  test('says what is wrong as the reading does', async () => {
    const path = await written('a.csv', csv([HEADER.slice(1), ROW.slice(1)]));
    expect(await refusalOf(listBatches(requestOf(path)))).toBe('a.csv:1 missingColumn');
  });

  test('is given up when it takes too long', async () => {
    const worker = new URL('silent-worker.ts', import.meta.url);
    const batches = listBatches(requestOf('x'), { worker, timeLimitMs: 20 });
    expect(await refusalOf(batches)).toBe('a.csv tooSlow');
  });

  test('that needs more memory than it may have is refused, and the bot lives on', async () => {
    const worker = new URL('greedy-worker.ts', import.meta.url);
    const batches = listBatches(requestOf('x'), { worker, heapMb: 16 });
    expect(await refusalOf(batches)).toBe('a.csv tooLarge');
  });

  test('that breaks is a fault of the program', async () => {
    const worker = new URL('faulty-worker.ts', import.meta.url);
    await expect(refusalOf(listBatches(requestOf('x'), { worker }))).rejects.toThrow('a fault');
  });
});

describe('a reader of lists', () => {
  const thread = new URL('numbered-worker.ts', import.meta.url);

  test('reads one list after another in the same thread', async () => {
    const read = listReader({ worker: thread });
    const [first] = await all(read(requestOf('x')));
    expect(await all(read(requestOf('y')))).toEqual([first]);
  });

  test('two at a time in two threads, of which one goes on', async () => {
    const read = listReader({ worker: thread });
    const [[one], [other]] = await Promise.all([
      all(read(requestOf('x'))),
      all(read(requestOf('y'))),
    ]);
    expect(one).not.toBe(other);
    expect([[one], [other]]).toContainEqual(await all(read(requestOf('z'))));
  });

  test('goes on after a list that was refused, read in part, or broke the thread', async () => {
    const read = listReader();
    const bad = await written('bad.csv', csv([HEADER.slice(1), ROW.slice(1)]));
    const good = await written('good.csv', many(5_000));
    expect(await refusalOf(read(requestOf(bad)))).toBe('a.csv:1 missingColumn');
    for await (const _ of read(requestOf(good))) break;
    expect(await all(read(requestOf(good)))).toHaveLength(5_000);
    expect(await refusalOf(read(requestOf(bad)))).toBe('a.csv:1 missingColumn');
    expect(await all(read(requestOf(good)))).toHaveLength(5_000);
  });

  test('gives a thread up that is too slow, and begins anew', async () => {
    const worker = new URL('silent-worker.ts', import.meta.url);
    const read = listReader({ worker, timeLimitMs: 20 });
    expect(await refusalOf(read(requestOf('x')))).toBe('a.csv tooSlow');
    expect(await refusalOf(read(requestOf('x')))).toBe('a.csv tooSlow');
  });

  test('lets its thread go when there is nothing to read', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const read = listReader({ worker: thread, idleMs: 1_000 });
    const first = await all(read(requestOf('x')));
    vi.advanceTimersByTime(999);
    expect(await all(read(requestOf('x')))).toEqual(first);
    vi.advanceTimersByTime(1_000);
    expect(await all(read(requestOf('x')))).not.toEqual(first);
    vi.useRealTimers();
  });
});

describe('megabytes of one cell', () => {
  test('a hundred, in a text', async () => {
    const path = await written('a.csv', `${csv([HEADER])}${'x'.repeat(100_000_000)}`);
    expect(await refusalOf(listBatches(requestOf(path)))).toBe('a.csv:2:A cellTooLong');
  });

  test('five, in a spreadsheet that packs them into a few thousand bytes', async () => {
    const rows = [[...HEADER], [...row({ 'Mã hồ sơ': `1${'x'.repeat(5_000_000)}` })]];
    const bytes = await writeXlsx({ sheets: [{ name: 'DS', rows }] });
    expect(bytes.length).toBeLessThan(100_000);
    const problems: string[] = [];
    for await (const batch of listBatches(requestOf(await written('a.xlsx', bytes)))) {
      problems.push(
        ...batch.problems.map(({ code, place, detail }) => `${place} ${code} ${detail}`),
      );
    }
    expect(problems).toEqual(['a.csv:2:A cellTooLong 5000001 > 1000']);
  });
});
