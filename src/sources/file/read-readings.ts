import { SourceUnreadable } from '../../errors.ts';
import type { Problem } from '../../errors.ts';
import type { Reading } from '../../polling/source.ts';
import { isBlank, problemAt, refusal } from '../table.ts';
import type { Complain, Table } from '../table.ts';
import { readFormII06a } from './form-ii-06a.ts';
import { readPhuLuc2 } from './phu-luc-2.ts';
import { readTablesApart } from './read-tables-apart.ts';
import type { ReadingContext } from './reading-context.ts';

/** A layout reads the tables that are its own and gives null for the others. */
type Layout = (table: Table, context: ReadingContext, complain: Complain) => Reading | null;

const LAYOUTS: readonly Layout[] = [readPhuLuc2, readFormII06a];

/** More than these are not told: a file in the wrong shape has the same fault in every row. */
const MOST_PROBLEMS = 50;

/**
 * The figures of a table file, sheet by sheet. All or nothing: one wrong cell and `SourceUnreadable` is thrown with
 * every problem found. Sheets of no known layout are passed over as long as one is known.
 */
export async function readReadings(
  name: string,
  bytes: Uint8Array,
  context: ReadingContext,
): Promise<readonly Reading[]> {
  const tables = (await readTablesApart(name, bytes)).filter(({ rows }) => !rows.every(isBlank));
  const problems: Problem[] = [];
  const complain: Complain = (problem) => problems.push(problem);
  const readings = tables.map((table) => readTable(table, context, complain));
  if (tables.length === 0) complain(problemAt('empty', { table: name }));
  if (problems.length > 0) throw new SourceUnreadable(name, problems.slice(0, MOST_PROBLEMS));
  const known = readings.filter((reading) => reading !== null);
  // Nothing is quoted: what is no table of figures may be a list of people.
  if (known.length === 0) throw refusal('unknownLayout', { table: name });
  return known;
}

function readTable(table: Table, context: ReadingContext, complain: Complain): Reading | null {
  for (const layout of LAYOUTS) {
    const reading = layout(table, context, complain);
    if (reading !== null) return reading;
  }
  return null;
}
