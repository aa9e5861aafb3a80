import type { Dossier } from '../dossiers/dossier.ts';
import type { DossierList } from '../dossiers/store.ts';
import type { Problem } from '../errors.ts';

/** One dossier and the line it stands in, counted as a spreadsheet or editor does. */
export type ListedDossier = { readonly row: number; readonly dossier: Dossier };

/** Some rows of a list: the good ones, and what is wrong with the others. */
export type DossierBatch = {
  readonly dossiers: readonly ListedDossier[];
  readonly problems: readonly Problem[];
  /** Where the code of a dossier stands, for problems found later. */
  readonly at: { readonly table: string; readonly codeColumn: string };
  /** The file holds programs beside its data; they are neither run nor read. */
  readonly hasMacros?: true;
};

/** One list of dossiers that is there to be read, or could not even be opened. */
export type DossierPayload = {
  /** File name or address, without secrets. */
  readonly origin: string;
} & (
  | {
      readonly kind: 'list';
      /** SHA-256 of the bytes, hex. */
      readonly contentHash: string;
      readonly asOf: Temporal.Instant;
      /**
       * Reads the list from its beginning, at most a few batches ahead of whoever takes them. Throws `SourceUnreadable`
       * where it cannot be read on: no row of it may be believed then.
       */
      batches(): AsyncIterable<DossierBatch>;
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
);

/** Where dossiers come from, and what its lists are known to be. */
export type DossierSource = Pick<DossierList, 'completeFor' | 'sample'> & {
  readonly name: string;
  /** The good rows of a list with bad ones are taken; else one bad row refuses the list. */
  readonly partialOk: boolean;
  /** Files that people put somewhere: of any day, while a system that is asked tells of today. */
  readonly ofFiles?: true;
  /** Looks at what is there now, one list after another, oldest first. */
  fetch(): AsyncIterable<DossierPayload>;
};
