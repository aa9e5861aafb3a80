import type { IntakeProblem } from '../../snapshots/intake-problem.ts';

/** A mapping as it is configured, each part in JSONata. */
export type Mapping = {
  /** Gives the list of rows. */
  readonly rows: string;
  /** Our fields, each read from one row. */
  readonly fields: Readonly<Record<string, string>>;
  /** Read from the answer as a whole. */
  readonly head: Readonly<Partial<Record<HeadName, string>>>;
};

export const HEAD_NAMES = ['asOf', 'periodFrom', 'periodTo', 'owner', 'next', 'total'] as const;
export type HeadName = (typeof HEAD_NAMES)[number];

/** What expressions may name beside the answer: `$agency`, `$period.from`, `$answer`. */
export type Bindings = Readonly<Record<string, unknown>>;

/** One answer to be mapped. */
export type MapRequest = {
  readonly bytes: Uint8Array;
  readonly mapping: Mapping;
  readonly bindings: Bindings;
};

/**
 * What a mapping found in one place; left out = nothing. Lists and objects are told but not carried: there may be
 * anything in them, applicants too.
 */
export type Cell = string | number | boolean | null | { readonly is: 'list' | 'object' };

/** Something that went wrong while mapping; `row` counts from 1 in this answer, null = in the answer as a whole. */
export type MapProblem = {
  readonly code: IntakeProblem;
  readonly row: number | null;
  readonly field: string | null;
  readonly detail: string;
};

/** The mapped rows of one answer: nothing else of it goes on from here. */
export type Mapped = {
  readonly kind: 'mapped';
  /** Rows as JSON, a hundred in each piece: kept small, and read piece by piece. */
  readonly pieces: readonly Uint8Array[];
  readonly rows: number;
  readonly head: Readonly<Partial<Record<HeadName, Cell>>>;
};

export type MapOutcome =
  | Mapped
  | { readonly kind: 'failed'; readonly problems: readonly MapProblem[] };

/** What the mapping thread says. */
export type MapMessage = MapOutcome | { readonly kind: 'ready' };
