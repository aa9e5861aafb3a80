import type { Dossier } from '../../dossiers/dossier.ts';
import type { Problem } from '../../errors.ts';
import type { ColumnNames } from './column-names.ts';

type Moments = 'receivedAt' | 'originalDueAt' | 'currentDueAt' | 'closedAt';

/** A dossier on its way between threads: moments as milliseconds, and its agency as the list names it. */
export type ListedRow = Omit<Dossier, 'agency' | Moments> &
  Readonly<Record<Moments, number | null>> & {
    readonly row: number;
    /** Null when the list has no column for it. */
    readonly agencyName: string | null;
  };

/** Some rows of one table. */
export type RowBatch = {
  readonly rows: readonly ListedRow[];
  readonly problems: readonly Problem[];
  /** Where to find what is found wrong later. */
  readonly at: {
    readonly table: string;
    readonly codeColumn: string;
    readonly agencyColumn: string | null;
  };
  /** The file holds programs beside its data; they are neither run nor read. */
  readonly hasMacros?: true;
};

/** A file to be read, and all that is needed to read it. */
export type ListRequest = {
  readonly path: string;
  /** What the file is called in problems. */
  readonly origin: string;
  readonly names: ColumnNames;
  readonly sensitiveWords: readonly string[];
  /** The agency is given beside the list, which needs no column for it then. */
  readonly agencyGiven: boolean;
};

/** What the reading thread is told. */
export type ThreadRequest = {
  readonly request: ListRequest;
  /** How many batches were sent and not yet taken; the reader sleeps while there are enough. */
  readonly inFlight: SharedArrayBuffer;
};

/** What is said of a list while it is read. */
export type ListMessage<Batch = RowBatch> =
  | { readonly kind: 'batch'; readonly batch: Batch }
  | { readonly kind: 'end' }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };
