import * as z from 'zod';

import type { SourceUnreadable } from '../../errors.ts';
import { refusal } from '../table.ts';
import { LONGEST_TEXT } from './clean-text.ts';
import { JsonSplitter } from './json-splitter.ts';
import type { ListCell } from './list-columns.ts';

/** An answer of a web service may wrap its list; a dossier alone takes a few thousand characters. */
const LONGEST_VALUE = 64_000_000;

const Cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const Fields = z.record(z.string(), z.unknown());

/** Where a record stands: "a.jsonl" and its line, or, in a list, "a.json[]" and how many records there are up to it. */
type RecordPlace = { readonly table: string; readonly number: number };

/** One object of a list: its fields that are no lists and no objects themselves. */
export type JsonRecord = RecordPlace & { readonly fields: ReadonlyMap<string, ListCell> };

/**
 * Reads JSON, a list of objects or objects line by line, or an object with one such list in it. Throws
 * `SourceUnreadable`: broken (where it cannot be read, or is cut off), cellTooLong, tooLarge.
 */
export async function readJsonList(
  chunks: AsyncIterable<string>,
  {
    origin,
    onRecord,
  }: { readonly origin: string; readonly onRecord: (record: JsonRecord) => void },
): Promise<void> {
  const splitter = new JsonSplitter();
  let number = 0;
  for await (const chunk of chunks) {
    for (const value of splitter.push(chunk)) {
      number += 1;
      const { table, row } = placeIn(splitter, { origin, line: value.line, number });
      readValue(value.text, { origin, table, number: row }, onRecord);
    }
    if (splitter.held > LONGEST_VALUE) throw tooLong(splitter, origin);
  }
  const { cutOffAt } = splitter;
  if (cutOffAt === null) return;
  throw refusal('broken', placeIn(splitter, { origin, line: cutOffAt, number: number + 1 }));
}

type Counted = { readonly origin: string; readonly line: number; readonly number: number };

/** In a list all may stand in one line, as services write it: its records are counted. */
function placeIn({ isList }: JsonSplitter, { origin, line, number }: Counted) {
  return isList ? { table: `${origin}[]`, row: number } : { table: origin, row: line };
}

function tooLong(splitter: JsonSplitter, origin: string): SourceUnreadable {
  const counted = { origin, line: splitter.begun, number: splitter.values + 1 };
  const place = placeIn(splitter, counted);
  const { longText, held } = splitter;
  if (longText === null) return refusal('tooLarge', place, `> ${String(LONGEST_VALUE)}`);
  const column = longText.name === null ? {} : { column: longText.name };
  return refusal(
    'cellTooLong',
    { ...place, ...column },
    `${String(held)}+ > ${String(LONGEST_TEXT)}`,
  );
}

function readValue(
  text: string,
  { origin, table, number }: RecordPlace & { readonly origin: string },
  onRecord: (record: JsonRecord) => void,
): void {
  const value = parsed(text, { table, row: number });
  if (!value.success) throw refusal('broken', { table, row: number });
  const wrapped = listWithin(value.data, 2);
  if (wrapped === null) return onRecord({ table, number, fields: cellsOf(value.data) });
  wrapped.forEach((fields, at) => {
    onRecord({ table: `${origin}[]`, number: at + 1, fields: cellsOf(fields) });
  });
}

function parsed(text: string, at: { readonly table: string; readonly row: number }) {
  try {
    return Fields.safeParse(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // Its words quote the text.
    throw refusal('broken', at);
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
