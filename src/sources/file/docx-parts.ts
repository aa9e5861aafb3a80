import { setImmediate as turn } from 'node:timers/promises';

import sax from 'sax';

import { type Cell, MAX_ROWS } from '../table.ts';
import { textWithoutTags } from './cell-of.ts';

/** What a Word document is made of, in its order: paragraphs as lines, and tables as rows of cells. */
export type DocxPart =
  | { readonly kind: 'text'; readonly lines: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Cell[])[] };

/** Two hundred times the largest table known. */
const MOST_CELLS = 400_000;
/** No report has so many. */
const MOST_TABLES = 2_000;

/** Characters read at one go. */
const CHUNK = 65_536;

/** What a tag does, given the value it carries. */
type Handlers = Readonly<Record<string, (value: string) => unknown>>;

/** Wider than any paper; a file may claim any number. */
const MOST_COLUMNS = 200;

/**
 * Reads the main part of a Word document. Merged cells keep their text in the first; tables within tables are text of
 * their cell; what is deleted or moved away while changes are tracked is left out, and so is the second copy of text
 * boxes for old programs. Throws for what is no XML.
 */
export async function docxParts(xml: string): Promise<readonly DocxPart[]> {
  const reader = new DocxReader();
  const parser = Object.assign(sax.parser(true, { position: false }), {
    onopentag: ({ name, attributes: { 'w:val': value } }: sax.Tag) =>
      reader.open(name, value ?? ''),
    onclosetag: (name: string) => reader.close(name),
    ontext: (text: string) => reader.text(text),
    oncdata: (text: string) => reader.text(text),
    onerror: (error: Error) => {
      throw error;
    },
  });
  for (let at = 0; at < xml.length; at += CHUNK) {
    parser.write(xml.slice(at, at + CHUNK));
    // Others get their turn: a document may take a second.
    await turn();
  }
  parser.close();
  return reader.parts;
}

/** Follows the tags of a document and keeps what is needed of them. */
class DocxReader {
  readonly parts: DocxPart[] = [];
  #lines: string[] = [];
  #rows: (readonly Cell[])[] = [];
  #cells: Cell[] = [];
  /** Paragraphs of the open cell. */
  #paragraphs: string[] = [];
  #paragraph = '';
  #cellCount = 0;
  #rowCount = 0;
  #tableCount = 0;
  #depth = 0;
  #leftOut = 0;
  #inText = false;
  #inRowProperties = false;
  #rowIsDeleted = false;
  #cell = { span: 1, goesOn: false };

  readonly #opens: Handlers = {
    'w:t': () => (this.#inText = true),
    'w:tab': () => this.#add(' '),
    'w:br': () => this.#add('\n'),
    'w:cr': () => this.#add('\n'),
    'w:tbl': () => this.#openTable(),
    'w:moveFrom': () => (this.#leftOut += 1),
    'mc:Fallback': () => (this.#leftOut += 1),
  };
  readonly #opensInTable: Handlers = {
    'w:tr': () => {
      this.#rowCount = atMost(MAX_ROWS, this.#rowCount + 1, 'rows');
      this.#cells = [];
      this.#rowIsDeleted = false;
    },
    'w:trPr': () => (this.#inRowProperties = true),
    'w:del': () => (this.#rowIsDeleted ||= this.#inRowProperties),
    'w:gridBefore': (value) => {
      this.#count(spanOf(value));
      this.#cells.push(...empty(spanOf(value)));
    },
    'w:tc': () => {
      this.#paragraphs = [];
      this.#cell = { span: 1, goesOn: false };
    },
    'w:gridSpan': (value) => (this.#cell.span = spanOf(value)),
    // Without a value it is the part below the first.
    'w:vMerge': (value) => (this.#cell.goesOn = value !== 'restart'),
  };
  readonly #closes: Handlers = {
    'w:t': () => (this.#inText = false),
    'w:p': () => this.#closeParagraph(),
    'w:tbl': () => this.#closeTable(),
    'w:body': () => this.#closeLines(),
    'w:moveFrom': () => (this.#leftOut -= 1),
    'mc:Fallback': () => (this.#leftOut -= 1),
  };
  readonly #closesInTable: Handlers = {
    'w:trPr': () => (this.#inRowProperties = false),
    'w:tc': () => this.#closeCell(),
    'w:tr': () => !this.#rowIsDeleted && this.#rows.push(this.#cells),
  };

  open(name: string, value: string): void {
    this.#opens[name]?.(value);
    if (this.#depth === 1) this.#opensInTable[name]?.(value);
  }

  close(name: string): void {
    if (this.#depth === 1) this.#closesInTable[name]?.('');
    this.#closes[name]?.('');
  }

  text(text: string): void {
    if (this.#inText) this.#add(text);
  }

  #add(text: string): void {
    if (this.#leftOut === 0) this.#paragraph += text;
  }

  #openTable(): void {
    this.#depth += 1;
    if (this.#depth > 1) return;
    this.#tableCount = atMost(MOST_TABLES, this.#tableCount + 1, 'tables');
    this.#closeLines();
  }

  #closeCell(): void {
    const { span, goesOn } = this.#cell;
    const text = textWithoutTags(this.#paragraphs.join('\n'));
    this.#cells.push(goesOn ? null : text, ...empty(span - 1));
    this.#paragraphs = [];
    this.#count(span);
  }

  #count(cells: number): void {
    this.#cellCount = atMost(MOST_CELLS, this.#cellCount + cells, 'cells');
  }

  #closeParagraph(): void {
    const text = this.#paragraph.trim();
    this.#paragraph = '';
    if (text === '') return;
    if (this.#depth === 0) this.#lines.push(...text.split('\n'));
    else this.#paragraphs.push(text);
  }

  #closeTable(): void {
    this.#depth -= 1;
    if (this.#depth > 0) return;
    this.parts.push({ kind: 'table', rows: this.#rows });
    this.#rows = [];
  }

  #closeLines(): void {
    if (this.#lines.length > 0) this.parts.push({ kind: 'text', lines: this.#lines });
    this.#lines = [];
  }
}

/** Throws where a document has more of something than any that was written by people. */
function atMost(most: number, count: number, what: string): number {
  if (count > most) throw new Error(`more than ${String(most)} ${what}`);
  return count;
}

function spanOf(value: string): number {
  const span = Number(value);
  return Number.isInteger(span) ? Math.min(Math.max(1, span), MOST_COLUMNS) : 1;
}

function empty(count: number): readonly null[] {
  return Array.from({ length: Math.max(0, count) }, () => null);
}
