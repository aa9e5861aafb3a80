import * as z from 'zod';

import { refusal } from '../table.ts';
import { JsonSplitter } from './json-splitter.ts';
import type { JsonValue } from './json-splitter.ts';
import type { ListCell } from './list-columns.ts';

/** An answer of a web service may wrap its list; a dossier alone takes a few thousand characters. */
const LONGEST_VALUE = 64_000_000;

const Cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const Fields = z.record(z.string(), z.unknown());

/** One object of a list: its fields that are no lists and no objects themselves. */
export type JsonRecord = { readonly line: number; readonly fields: ReadonlyMap<string, ListCell> };

/**
 * Reads JSON, a list of objects or objects line by line, or an object with one such list in it. Throws
 * `SourceUnreadable`: broken (where it cannot be read, or is cut off), tooLarge.
 */
export async function readJsonList(
  chunks: AsyncIterable<string>,
  {
    origin,
    onRecord,
  }: { readonly origin: string; readonly onRecord: (record: JsonRecord) => void },
): Promise<void> {
  const splitter = new JsonSplitter();
  for await (const chunk of chunks) {
    for (const value of splitter.push(chunk)) readValue(value, origin, onRecord);
    if (splitter.held > LONGEST_VALUE) {
      throw refusal('tooLarge', { table: origin }, `> ${String(LONGEST_VALUE)}`);
    }
  }
  const { cutOffAt } = splitter;
  if (cutOffAt !== null) throw refusal('broken', { table: origin, row: cutOffAt });
}

function readValue(
  { text, line }: JsonValue,
  origin: string,
  onRecord: (record: JsonRecord) => void,
): void {
  const value = parsed(text, { origin, line });
  if (!value.success) throw refusal('broken', { table: origin, row: line });
  const wrapped = listWithin(value.data, 2);
  for (const fields of wrapped ?? [value.data]) onRecord({ line, fields: cellsOf(fields) });
}

function parsed(
  text: string,
  { origin, line }: { readonly origin: string; readonly line: number },
) {
  try {
    return Fields.safeParse(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // Its words quote the text.
    throw refusal('broken', { table: origin, row: line });
  }
}

/** The first list of objects among the fields of an object, or of an object in it: "data", "result.items". */
function listWithin(
  fields: Readonly<Record<string, unknown>>,
  depth: number,
): readonly Readonly<Record<string, unknown>>[] | null {
  for (const field of Object.values(fields)) {
    const list = z.array(Fields).nonempty().safeParse(field);
    if (list.success) return list.data;
    const inner = depth > 1 ? Fields.safeParse(field) : null;
    const found = inner?.success === true ? listWithin(inner.data, depth - 1) : null;
    if (found !== null) return found;
  }
  return null;
}

function cellsOf(fields: Readonly<Record<string, unknown>>): ReadonlyMap<string, ListCell> {
  const cells = new Map<string, ListCell>();
  for (const [name, value] of Object.entries(fields)) {
    const cell = Cell.safeParse(value);
    if (cell.success) cells.set(name, cell.data);
  }
  return cells;
}
