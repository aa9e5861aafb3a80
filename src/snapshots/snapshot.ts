import * as z from 'zod';

import type { AgencyId } from '../agencies/agency.ts';
import type { PeriodKey } from '../calendar/period.ts';
import type { Counts } from '../figures/counts.ts';
import type { IndexScore } from '../figures/index-score.ts';
import type { FormulaId, Metric } from '../figures/metric.ts';
import type { Finding } from './finding.ts';

/** Number of a stored snapshot; later ones are greater. */
export const SnapshotId = z.int().positive().brand<'SnapshotId'>();
export type SnapshotId = z.infer<typeof SnapshotId>;

/** The official document (or system) a figure stands in, as it is cited. */
export type DocumentRef = {
  /** "55/BC-UBND"; null for a system or an unnumbered file. */
  readonly number: string | null;
  /** "Báo cáo tổng kết công tác CCHC năm 2023 của UBND tỉnh Khánh Hòa". */
  readonly title: string;
  readonly issuedOn: Temporal.PlainDate | null;
  /** Where in it: "Phụ lục 2", "mục I.2.2 c". */
  readonly place: string;
};

/** The counts of one agency (and one field, or all) in the snapshot's period. */
export type Figure = {
  readonly agency: AgencyId;
  /** Lĩnh vực as printed ("Lĩnh vực Đầu tư tại Việt Nam"); null = all fields together. */
  readonly field: string | null;
  readonly counts: Counts;
  /** The overdue rate printed beside the counts, in hundredths of a percent (0,77% = 77); null if none. */
  readonly printedOverdue: number | null;
};

/** A published rate, score or amount that is not a row of dossier counts. Missing parts are null, never 0. */
export type Statement = {
  readonly agency: AgencyId;
  readonly field: string | null;
  readonly metric: Metric;
  /** Printed rate or score in hundredths of a percent (68,67% = 6867). */
  readonly rate: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Đồng; only for payments. */
  readonly amountVnd: number | null;
  /** null = the document does not state how it was computed. */
  readonly formula: FormulaId | null;
  /** Differences the document itself prints, in hundredths of a percentage point ("giảm 0,74%" = -74). */
  readonly changes: readonly PublishedChange[];
  /** Where in the document, if narrower than the snapshot's `place`. */
  readonly place: string | null;
  /** What the score of an index is made of, as it was published; absent for all others. */
  readonly scores?: readonly IndexScore[];
};

type PublishedChange = { readonly against: PeriodKey; readonly points: number };

/** Everything of a snapshot but its rows. */
export type SnapshotHead = {
  readonly id: SnapshotId;
  /** Which source read it: `samples`, `file`, ... */
  readonly source: string;
  readonly document: DocumentRef;
  readonly period: PeriodKey;
  /**
   * What the figures cover (`one-stop` = dossiers in the province's one-stop system, `all-systems` = incl.
   * national business registration, ...). Figures of different scopes are never compared or mixed.
   */
  readonly scope: string;
  /** How the document computes its overdue rate; null = not stated. */
  readonly formula: FormulaId | null;
  /** The last day the figures cover. */
  readonly asOf: Temporal.PlainDate;
  readonly fetchedAt: Temporal.Instant;
  /** SHA-256 over the canonical content, hex: the same content is never stored twice in a row. */
  readonly contentHash: string;
};

/** A validated reading, not yet stored. Immutable once stored. */
export type Snapshot = Omit<SnapshotHead, 'id' | 'contentHash'> & {
  readonly figures: readonly Figure[];
  readonly statements: readonly Statement[];
  readonly findings: readonly Finding[];
};
