import { parentPort } from 'node:worker_threads';

import { type Problem, SourceUnreadable } from '../../errors.ts';
import type { Table } from '../table.ts';
import { readTables } from './read-tables.ts';

/** A file to be read. */
export type TableRequest = { readonly name: string; readonly bytes: Uint8Array };

/** What came of it. */
export type TableAnswer =
  | { readonly kind: 'tables'; readonly tables: readonly Table[] }
  | { readonly kind: 'refused'; readonly origin: string; readonly problems: readonly Problem[] };

async function answerTo({ name, bytes }: TableRequest): Promise<void> {
  const answer = await read(name, bytes);
  parentPort?.postMessage(answer, []);
}

async function read(name: string, bytes: Uint8Array): Promise<TableAnswer> {
  try {
    return { kind: 'tables', tables: await readTables(name, bytes) };
  } catch (error) {
    if (!(error instanceof SourceUnreadable)) throw error;
    return { kind: 'refused', origin: error.origin, problems: error.problems };
  }
}

// Outside a worker there is no port, and loading this file does nothing.
parentPort?.once('message', (request: TableRequest) => {
  // A fault of the program ends the thread with it, and is told there.
  void answerTo(request);
});
