import { fold } from '../../vietnamese/fold.ts';
import { refusal, textOf } from '../table.ts';
import type { Cell, Table } from '../table.ts';
import { unpack, zipEntries } from '../zip-entries.ts';
import { asBroken } from './as-broken.ts';
import { docxParts } from './docx-parts.ts';
import type { DocxPart } from './docx-parts.ts';

/** A report of a hundred pages has some five megabytes of text and markup, and is read in a third of a second. */
const MAX_UNPACKED = 10_000_000;

const TEXT = 'word/document.xml';

/** Whether a zip holds a Word document. */
export function isDocx(bytes: Uint8Array): boolean {
  return zipEntries(bytes)?.some(({ name }) => name === TEXT) ?? false;
}

/**
 * The tables of a Word document, each with the text between it and its neighbours, which names period and agency. A table
 * that goes on after a page break is one. Throws `SourceUnreadable`: broken, tooLarge.
 */
export function readDocx(name: string, bytes: Uint8Array): Promise<readonly Table[]> {
  return asBroken(name, async () => {
    const entry = zipEntries(bytes)?.find((each) => each.name === TEXT);
    if (entry === undefined) throw refusal('broken', { table: name });
    if (entry.unpacked > MAX_UNPACKED) {
      const detail = `${String(entry.unpacked)} > ${String(MAX_UNPACKED)}`;
      throw refusal('tooLarge', { table: name }, detail);
    }
    const xml = new TextDecoder().decode(unpack(bytes, entry));
    return tablesOf(name, sectionsOf(await docxParts(xml)));
  });
}

type TableRows = Extract<DocxPart, { kind: 'table' }>['rows'];

/** A table with the lines before and behind it. */
type Section = {
  readonly before: readonly string[];
  readonly rows: (readonly Cell[])[];
  /** The row that begins the header, if there is one; looked for once. */
  readonly header: string | undefined;
  behind: readonly string[];
};

function sectionsOf(parts: readonly DocxPart[]): readonly Section[] {
  const sections: Section[] = [];
  let lines: readonly string[] = [];
  for (const part of parts) {
    const last = sections.at(-1);
    if (part.kind === 'text') {
      lines = part.lines;
      if (last !== undefined) last.behind = lines;
    } else if (last !== undefined && goesOn(part.rows, last)) {
      last.rows.push(...part.rows);
    } else {
      sections.push({ before: lines, rows: [...part.rows], header: headerOf(part), behind: [] });
      lines = [];
    }
  }
  return sections;
}

/** The header again, or no header at all where nothing stands between. */
function goesOn(rows: TableRows, last: Section): boolean {
  const first = lineOf(rows[0] ?? []);
  if (!isHeader(first)) {
    return last.behind.length === 0 && rows[0]?.length === last.rows[0]?.length;
  }
  return first === last.header;
}

function headerOf({ rows }: { readonly rows: TableRows }): string | undefined {
  return rows.map(lineOf).find(isHeader);
}

function isHeader(line: string): boolean {
  return line.startsWith('stt');
}

function lineOf(row: readonly Cell[]): string {
  return row.map((cell) => fold(textOf(cell))).join(' | ');
}

/** Rows are counted as a person counts them in the table; lines around it have no number. */
function tablesOf(name: string, sections: readonly Section[]): readonly Table[] {
  return sections.map(({ before, rows, behind }, at) => ({
    name: sections.length === 1 ? name : `${name}#${String(at + 1)}`,
    rows: [
      ...before.map((line) => ({ number: 0, cells: [line] })),
      ...rows.map((cells, index) => ({ number: index + 1, cells })),
      ...behind.map((line) => ({ number: 0, cells: [line] })),
    ],
  }));
}
