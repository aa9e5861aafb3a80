import { type Problem, SourceUnreadable } from '../../errors.ts';
import { problemAt } from '../table.ts';
import { columnFinder } from './find-columns.ts';
import type { ListedRow, ListMessage, ListRequest } from './list-message.ts';
import { readList } from './read-list.ts';
import { rowReader } from './read-row.ts';
import type { PickedRow } from './said-row.ts';
import type { TableEvents } from './table-reader.ts';

/** Taken over by the bot in some milliseconds. */
const ROWS_A_BATCH = 400;
/** A list in the wrong shape has the same fault in every row; they are not heaped up. */
const PROBLEMS_A_BATCH = 200;

type Say = (message: ListMessage) => void;

/** Reads one list and says what it finds: batches, and in the end that it ended or is refused. `say` may take its time. */
export async function sayList(request: ListRequest, say: Say): Promise<void> {
  try {
    const batches = batchesOf(request, say);
    const file = { ...request, findColumns: columnFinder(request.names) };
    const isList = await readList(file, batches);
    batches.flush();
    const unknown = problemAt('unknownLayout', { table: request.origin });
    say(isList ? { kind: 'end' } : { kind: 'refused', problems: [unknown] });
  } catch (error) {
    if (!(error instanceof SourceUnreadable)) throw error;
    say({ kind: 'refused', problems: error.problems });
  }
}

function batchesOf(request: ListRequest, say: Say): TableEvents & { flush(): void } {
  const read = rowReader(request);
  let rows: ListedRow[] = [];
  let problems: Problem[] = [];
  let last: PickedRow | null = null;
  let macros: { readonly hasMacros?: true } = {};

  const flush = (): void => {
    if (rows.length === 0 && problems.length === 0) return;
    const batch = { rows, problems, at: placesOf(last, request.origin), ...macros };
    rows = [];
    problems = [];
    say({ kind: 'batch', batch });
  };
  const complain = (problem: Problem): void => {
    problems.push(problem);
    if (problems.length >= PROBLEMS_A_BATCH) flush();
  };
  return {
    complain,
    flush,
    onMacros(): void {
      macros = { hasMacros: true };
    },
    onRow(picked): void {
      if (last !== null && last.table !== picked.table) flush();
      last = picked;
      const row = read(picked, complain);
      if (row !== null) rows.push(row);
      if (rows.length >= ROWS_A_BATCH) flush();
    },
  };
}

function placesOf(last: PickedRow | null, origin: string) {
  return {
    table: last?.table ?? origin,
    codeColumn: last?.labels.code ?? '',
    agencyColumn: last?.labels.agency ?? null,
  };
}
