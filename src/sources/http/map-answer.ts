import { ExpressionFailed, expressionReader, type Reader } from './expression.ts';
import {
  type Bindings,
  type Cell,
  HEAD_NAMES,
  type Mapped,
  type Mapping,
  type MapOutcome,
  type MapProblem,
  type MapRequest,
} from './map-message.ts';
import { readJson } from './read-json.ts';

/** Read by the bot in a few milliseconds. */
const ROWS_A_PIECE = 400;
/** A mapping that is wrong is wrong in every row. */
const MOST_PROBLEMS = 50;

type Cells = Record<string, Cell>;

/** Maps one answer: rows of our fields, and nothing else of it. Whatever is wrong is told with row and field. */
export async function mapAnswer({ bytes, mapping, bindings }: MapRequest): Promise<MapOutcome> {
  const json = readJson(bytes);
  if (!json.ok) return { kind: 'failed', problems: [json.problem] };
  const faults = faultList();
  const readers = prepared(mapping, faults);
  if (faults.problems.length > 0) return { kind: 'failed', problems: faults.problems };
  const named = { ...bindings, answer: json.value };
  const rows = await faults.noting(null, 'rows', async () =>
    rowsIn(await readers.rows(json.value, named)),
  );
  if (rows === null)
    faults.note({ code: 'rowsMissing', row: null, field: 'rows', detail: mapping.rows });
  const pieces: Uint8Array[] = [];
  const list = rows ?? [];
  for (
    let from = 0;
    from < list.length && faults.problems.length < MOST_PROBLEMS;
    from += ROWS_A_PIECE
  ) {
    const piece: Cells[] = [];
    for (const [at, row] of list.slice(from, from + ROWS_A_PIECE).entries()) {
      piece.push(await cellsOf(readers.fields, faults, { from: row, row: from + at + 1, named }));
    }
    pieces.push(new TextEncoder().encode(JSON.stringify(piece)));
  }
  const head: Mapped['head'] = await cellsOf(readers.head, faults, {
    from: json.value,
    row: null,
    named,
  });
  return faults.problems.length > 0
    ? { kind: 'failed', problems: faults.problems.slice(0, MOST_PROBLEMS) }
    : { kind: 'mapped', pieces, rows: list.length, head };
}

type Readers = readonly (readonly [name: string, read: Reader])[];

function prepared({ rows, fields, head }: Mapping, faults: Faults) {
  const reader = (name: string, text: string): Reader => {
    const made = faults.caught(null, name, () => expressionReader(text));
    return made ?? (() => undefined);
  };
  const heads = HEAD_NAMES.flatMap((name) => {
    const text = head[name];
    return text === undefined ? [] : [[name, reader(name, text)] as const];
  });
  return {
    rows: reader('rows', rows),
    fields: Object.entries(fields).map(([name, text]) => [name, reader(name, text)] as const),
    head: heads,
  };
}

type From = { readonly from: unknown; readonly row: number | null; readonly named: Bindings };

async function cellsOf(
  readers: Readers,
  faults: Faults,
  { from, row, named }: From,
): Promise<Cells> {
  const cells: Cells = {};
  for (const [name, read] of readers) {
    const cell = await faults.noting(row, name, async () => cellOf(await read(from, named)));
    if (cell !== undefined) cells[name] = cell;
  }
  return cells;
}

/** One row by itself counts as a list of one: that is how JSONata gives it. */
function rowsIn(found: unknown): readonly unknown[] | null {
  if (isList(found)) return found;
  return found !== null && typeof found === 'object' ? [found] : null;
}

function isList(found: unknown): found is readonly unknown[] {
  return Array.isArray(found);
}

function cellOf(found: unknown): Cell | undefined {
  if (found === undefined || found === null) return found;
  if (typeof found === 'string' || typeof found === 'boolean') return found;
  // JSON has no words for some numbers, and would make "unknown" of them.
  if (typeof found === 'number') return Number.isFinite(found) ? found : String(found);
  return { is: isList(found) ? 'list' : 'object' };
}

type Faults = ReturnType<typeof faultList>;

/** Takes note of expressions that go wrong and goes on: all that is wrong is told at once. */
function faultList() {
  const problems: MapProblem[] = [];
  const note = (problem: MapProblem) => void problems.push(problem);
  const told = (error: unknown, row: number | null, field: string): void => {
    if (!(error instanceof ExpressionFailed)) throw error;
    note({ code: error.code, row, field, detail: error.detail });
  };
  return {
    problems,
    note,
    caught<T>(row: number | null, field: string, make: () => T): T | undefined {
      try {
        return make();
      } catch (error) {
        told(error, row, field);
        return undefined;
      }
    },
    async noting<T>(
      row: number | null,
      field: string,
      read: () => Promise<T>,
    ): Promise<T | undefined> {
      try {
        return await read();
      } catch (error) {
        told(error, row, field);
        return undefined;
      }
    },
  };
}
