/** What stands in a cell: text, a whole number, or nothing. Days and moments are text, as people read them. */
type FileCell = string | number | null;

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
  readonly rows: readonly (readonly FileCell[])[];
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
