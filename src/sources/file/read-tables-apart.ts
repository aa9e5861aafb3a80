import { Worker } from 'node:worker_threads';

import { SourceUnreadable } from '../../errors.ts';
import type { IntakeProblem } from '../../snapshots/intake-problem.ts';
import { signatureOf } from '../signature.ts';
import { refusal, type Table } from '../table.ts';
import { unpackedSize } from '../zip-entries.ts';
import { readTables } from './read-tables.ts';
import type { TableAnswer, TableRequest } from './table-worker.ts';

/** How a reading thread is kept. */
export type ThreadSettings = {
  /** A file that takes longer is given up. */
  readonly timeLimitMs?: number;
  readonly heapMb?: number;
  /** The thread's file: another one in tests. */
  readonly worker?: URL;
};

/** The tables known take less than a tenth of that, and are read in less than the half second a thread takes to start. */
const GREAT_BYTES = 500_000;
/** The greatest file that is read at all takes some seconds. */
const TIME_LIMIT_MS = 60_000;
const HEAP_MB = 384;

/**
 * The tables of a file. A great one is read by a thread of its own, so that questions are answered meanwhile, and so that
 * whatever it unpacks to is that thread's matter. Throws `SourceUnreadable`, also tooSlow, and tooLarge for one that
 * needs more memory than any such file.
 */
export function readTablesApart(name: string, bytes: Uint8Array): Promise<readonly Table[]> {
  return isGreat(bytes) ? readInThread({ name, bytes }) : readTables(name, bytes);
}

function isGreat(bytes: Uint8Array): boolean {
  if (bytes.length > GREAT_BYTES) return true;
  return signatureOf(bytes) === 'zip' && (unpackedSize(bytes) ?? 0) > GREAT_BYTES;
}

/**
 * The same by a thread, whatever the size.
 *
 * @internal Exported for tests.
 */
export async function readInThread(
  request: TableRequest,
  {
    timeLimitMs = TIME_LIMIT_MS,
    heapMb = HEAP_MB,
    worker: file = new URL('./table-worker.ts', import.meta.url),
  }: ThreadSettings = {},
): Promise<readonly Table[]> {
  const refused = (code: IntakeProblem, detail: string): SourceUnreadable =>
    refusal(code, { table: request.name }, detail);
  const { promise, resolve, reject } = Promise.withResolvers<TableAnswer>();
  const worker = new Worker(file, {
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32 },
  });
  const timer = setTimeout(
    () => reject(refused('tooSlow', `> ${String(timeLimitMs)} ms`)),
    timeLimitMs,
  );
  worker.on('message', resolve);
  worker.on('error', (error) =>
    reject(isOutOfMemory(error) ? refused('tooLarge', `> ${String(heapMb)} MB`) : error),
  );
  worker.on('exit', () => reject(new Error('the reading thread ended')));
  try {
    worker.postMessage(request, []);
    const answer = await promise;
    if (answer.kind === 'tables') return answer.tables;
    throw new SourceUnreadable(answer.origin, answer.problems);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
