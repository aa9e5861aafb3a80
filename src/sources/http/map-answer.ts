import { jsonAnswer } from '../json-answer.ts';
import { expressionReader, type Reader } from './expression.ts';
import { type Faults, faultList } from './map-faults.ts';
import {
  type Bindings,
  type Cell,
  HEAD_NAMES,
  type Mapped,
  type Mapping,
  type MapOutcome,
  type MapRequest,
} from './map-message.ts';

/** Read and staged by the bot in some milliseconds, in which nobody is answered. */
const ROWS_A_PIECE = 100;
type Cells = Record<string, Cell>;

/** Maps one answer: rows of our fields, and nothing else of it. Whatever is wrong is told with row and field. */
export async function mapAnswer({ bytes, mapping, bindings }: MapRequest): Promise<MapOutcome> {
  const json = jsonAnswer(bytes);
  if (!json.ok) {
    const { code, detail } = json;
    return { kind: 'failed', problems: [{ code, row: null, field: null, detail }] };
  }
  const faults = faultList();
  const readers = prepared(mapping, faults);
  if (faults.problems.length > 0) return { kind: 'failed', problems: faults.problems };
  const answer = { from: json.value, row: null, named: { ...bindings, answer: json.value } };
  const rows = await rowsOf(readers.rows, faults, answer);
  if (rows === null) {
    faults.note({ code: 'rowsMissing', row: null, field: 'rows', detail: mapping.rows });
  }
  const pieces = await piecesOf(rows ?? [], faults, { ...answer, readers: readers.fields });
  const head: Mapped['head'] = await cellsOf(readers.head, faults, answer);
  return faults.problems.length > 0
    ? { kind: 'failed', problems: faults.problems }
    : { kind: 'mapped', pieces, rows: rows?.length ?? 0, head };
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

/** Null when there are none where they should be; nothing when that could not be found out, which is told. */
async function rowsOf(read: Reader, faults: Faults, { from, named }: From) {
  return faults.noting(null, 'rows', async () => rowsIn(await read(from, named)));
}

async function piecesOf(
  rows: readonly unknown[],
  faults: Faults,
  { readers, named }: { readonly readers: Readers; readonly named: Bindings },
): Promise<readonly Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  for (let start = 0; start < rows.length && !faults.areEnough(); start += ROWS_A_PIECE) {
    const piece: Cells[] = [];
    for (const [at, from] of rows.slice(start, start + ROWS_A_PIECE).entries()) {
      piece.push(await cellsOf(readers, faults, { from, row: start + at + 1, named }));
    }
    pieces.push(new TextEncoder().encode(JSON.stringify(piece)));
  }
  return pieces;
}

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
