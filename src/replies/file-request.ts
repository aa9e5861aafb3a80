/**
 * What stands in a cell: text, a whole number, a rate in hundredths of a percent, or nothing. Days and moments are text,
 * as people read them.
 */
export type FileCell = string | number | { readonly percent: number } | null;

/** A title over columns: how many of them, and how many header rows, it takes; one if not said. */
export type HeaderCell = {
  readonly text: string;
  readonly across?: number;
  readonly down?: number;
};

/** One sheet of a file: lines above the table, the table, lines below it. */
export type FileSheet = {
  /** The tab; at most 31 characters. */
  readonly name: string;
  readonly title: readonly string[];
  readonly columns: readonly {
    readonly header: string;
    /** In characters. */
    readonly width: number;
    readonly align: 'left' | 'right' | 'center';
  }[];
  /** A header of several rows in place of the titles of the columns; cells take the free places from the left. */
  readonly header?: readonly (readonly HeaderCell[])[];
  readonly rows: readonly (readonly FileCell[])[];
  /** Which rows are totals, counted from 0. */
  readonly totals?: readonly number[];
  readonly notes: readonly string[];
};

/** A table that goes with a reply as a file a spreadsheet program opens and prints. */
export type FileRequest = {
  readonly kind: 'workbook';
  /** Without a folder: "ho-so-den-han-loc-tho-2026-11-23.xlsx". */
  readonly name: string;
  readonly sheets: readonly FileSheet[];
};

/** Writes a file to bytes. Rejects when it cannot be written; the text goes out all the same. */
export type MakeFile = (request: FileRequest) => Promise<Uint8Array>;
