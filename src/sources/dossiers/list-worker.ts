import { parentPort } from 'node:worker_threads';

import { type Problem, SourceUnreadable } from '../../errors.ts';
import { problemAt } from '../table.ts';
import { columnFinder } from './find-columns.ts';
import type { ListedRow, ListMessage, ListRequest } from './list-message.ts';
import { readList } from './read-list.ts';
import { rowReader } from './read-row.ts';
import type { PickedRow } from './said-row.ts';

/** Taken over by the bot in some milliseconds. */
const ROWS_A_BATCH = 400;
/** More wait nowhere: whoever is ahead sleeps. */
const MOST_IN_FLIGHT = 3;
/** A list in the wrong shape has the same fault in every row: a batch of them is sent and no more kept. */
const PROBLEMS_A_BATCH = 200;

/** Reads one list and says what it finds; the thread ends with it. */
async function answer(request: ListRequest, send: (message: ListMessage) => void): Promise<void> {
  try {
    const batches = batchSender(request, send);
    const file = { ...request, findColumns: columnFinder(request.names) };
    const isList = await readList(file, batches);
    batches.flush();
    const unknown = problemAt('unknownLayout', { table: request.origin });
    send(isList ? { kind: 'end' } : { kind: 'refused', problems: [unknown] });
  } catch (error) {
    if (!(error instanceof SourceUnreadable)) throw error;
    send({ kind: 'refused', problems: error.problems });
  }
}

function batchSender(request: ListRequest, send: (message: ListMessage) => void) {
  const read = rowReader(request);
  const inFlight = new Int32Array(request.inFlight);
  let rows: ListedRow[] = [];
  let problems: Problem[] = [];
  let last: PickedRow | null = null;

  const flush = (): void => {
    if (rows.length === 0 && problems.length === 0) return;
    const at = placesOf(last, request.origin);
    send({ kind: 'batch', batch: { rows, problems, at } });
    rows = [];
    problems = [];
    Atomics.add(inFlight, 0, 1);
    waitForTurn(inFlight);
  };
  const complain = (problem: Problem): void => {
    problems.push(problem);
  };
  return {
    complain,
    flush,
    onRow(picked: PickedRow): void {
      if (last !== null && last.table !== picked.table) flush();
      last = picked;
      const row = read(picked, complain);
      if (row !== null) rows.push(row);
      if (rows.length >= ROWS_A_BATCH || problems.length >= PROBLEMS_A_BATCH) flush();
    },
  };
}

/** Sleeps while enough batches are on their way: libraries that read on by themselves are held by nothing else. */
function waitForTurn(inFlight: Int32Array<SharedArrayBuffer>): void {
  for (;;) {
    const sent = Atomics.load(inFlight, 0);
    if (sent < MOST_IN_FLIGHT) return;
    Atomics.wait(inFlight, 0, sent);
  }
}

function placesOf(last: PickedRow | null, origin: string) {
  return {
    table: last?.table ?? origin,
    codeColumn: last?.labels.code ?? '',
    agencyColumn: last?.labels.agency ?? null,
  };
}

const port = parentPort;
// Outside a worker there is no port, and loading this file does nothing.
port?.once('message', (request: ListRequest) => {
  // A fault of the program ends the thread with it, and is told there.
  void answer(request, (message) => port.postMessage(message, []));
});
