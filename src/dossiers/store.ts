import type { AgencyId } from '../agencies/agency.ts';
import type { DueBounds } from '../calendar/working-calendar.ts';
import type { Counts } from '../figures/counts.ts';
import type { Dossier, DueDossier, KeptDossier } from './dossier.ts';

/** One list of dossiers on its way in. */
export type DossierList = {
  readonly source: string;
  /** File name or address, without secrets. */
  readonly origin: string;
  /** SHA-256 of its bytes, hex: the same list is not taken in twice in a row. */
  readonly contentHash: string;
  /**
   * The list shows every open dossier of these agencies, so that those it no longer shows are closed; null = it shows
   * only what has changed. `agenciesOfSource`: also of those that had open ones in earlier lists of the source and have
   * none in this.
   */
  readonly completeFor: 'agenciesInIt' | 'agenciesOfSource' | readonly AgencyId[] | null;
  /** The moment the list shows. */
  readonly asOf: Temporal.Instant;
  /** Made up, not real: everything shown from it says so. A list that holds a made-up dossier is kept as such. */
  readonly sample: boolean;
};

/** What taking in a list changed, in dossiers. */
export type DossierChanges = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** No longer in a complete list, so closed. */
  readonly disappeared: number;
  readonly wentBack: number;
  /** Open in another source, too, of the same agency and under the same code: what is counted of both counts them twice. */
  readonly elsewhere: number;
  readonly test: number;
  readonly sensitive: number;
};

/** What a complete list makes of the open dossiers of an agency that its source has. */
export type Standing = {
  readonly agency: AgencyId;
  readonly before: number;
  /** Not in the list: they would be closed. One that the list shows as done is not missing. */
  readonly missing: number;
  /** Open in the list, and not before. */
  readonly added: number;
  /** The moment of the newest list of the source that told of the agency; null = there was none. */
  readonly newestAsOf: Temporal.Instant | null;
};

/** Rows of one list put aside, outside the dossiers everybody sees, until the list is known to be good. */
export type DossierStage = {
  /** Adds rows; tells the codes that are in the list already. Holds the event loop for a few milliseconds only. */
  add(rows: readonly Dossier[]): Promise<readonly string[]>;
  /**
   * What a complete list that was staged says of each agency that it is complete for. What a list that was cut off has
   * brought so far is not counted as known before.
   */
  standings(): Promise<readonly Standing[]>;
  /** Takes all rows over. A list small enough comes in at once; a great one in steps, and is begun anew if cut off. */
  apply(): Promise<DossierChanges>;
  /** Forgets the rows, if they are still there. */
  drop(): Promise<void>;
};

/** Open dossiers by urgency. Test dossiers are in `test` only; sensitive ones are in the counts like all others. */
export type DueCounts = {
  readonly overdue: number;
  readonly today: number;
  /** Due after today and within one working day. */
  readonly one: number;
  /** Due after that and within three working days. */
  readonly three: number;
  readonly later: number;
  /** The clock stands; `pausedOverdue` of them were late already. */
  readonly paused: number;
  readonly pausedOverdue: number;
  readonly test: number;
};

/** From a moment on, inclusive, or from whenever, and before another one. */
export type DueSpan = { readonly from?: Temporal.Instant; readonly before: Temporal.Instant };

/** What tells one list from another. */
export type ListIdentity = Pick<DossierList, 'source' | 'origin' | 'contentHash'>;

/** The newest list of a source that was taken in. */
export type TakenList = Pick<DossierList, 'source' | 'origin' | 'asOf' | 'sample'>;

/** The dossiers in the store. Every method is one unit of work. */
export type DossierStore = {
  stage(list: DossierList): Promise<DossierStage>;
  /** Whether the newest list taken in of this source and origin had this hash. */
  isKnown(list: ListIdentity): Promise<boolean>;
  /** Whether this list was being taken over when it was cut off: part of it is in the store. */
  isBegun(list: ListIdentity): Promise<boolean>;
  /** Open dossiers of an agency whose clock runs and that are due before `until`, most urgent first; no test ones. */
  due(agency: AgencyId, until: Temporal.Instant): Promise<readonly DueDossier[]>;
  /** Those of an agency whose clock stands, longest overdue first; no test ones. */
  paused(agency: AgencyId): Promise<readonly KeptDossier[]>;
  /**
   * Dossiers of an agency closed in between, `from` inclusive, in that order; no test ones.
   *
   * @internal Only tests look: what is answered of closed ones is counted.
   */
  closed(
    agency: AgencyId,
    between: { readonly from: Temporal.Instant; readonly to: Temporal.Instant },
  ): Promise<readonly KeptDossier[]>;
  /**
   * How many dossiers of these agencies were closed in between, `from` inclusive, that were known by `from` and due
   * before `dueBefore`; no test ones.
   */
  countCleared(
    agencies: readonly AgencyId[],
    between: {
      readonly from: Temporal.Instant;
      readonly to: Temporal.Instant;
      readonly dueBefore: Temporal.Instant;
    },
  ): Promise<number>;
  /** Counts of every agency that has an open dossier; one that is only registered is in none of them. */
  dueCounts(bounds: DueBounds): Promise<ReadonlyMap<AgencyId, DueCounts>>;
  /** How many dossiers of each agency, of those whose clock runs, are due in a time; agencies with none are left out. */
  countDue(due: DueSpan): Promise<ReadonlyMap<AgencyId, number>>;
  /**
   * The counts of forms II.06a over reporting months (15th to 14th; RangeError for other days), by agency: as of `asOf`,
   * from all dossiers but test ones, purged ones included. src/dossiers/counting.ts says what counts where. Of the past
   * only what dossiers tell now is known: `asOf` before the newest purge is not exact.
   */
  countsIn(period: {
    readonly from: Temporal.PlainDate;
    readonly to: Temporal.PlainDate;
    readonly asOf: Temporal.Instant;
  }): Promise<ReadonlyMap<AgencyId, Counts>>;
  /**
   * Forgets the rows of dossiers closed before a moment and not changed since; their counts stay. Tells how many. What
   * was closed before then and is shown for the first time afterwards is taken for forgotten.
   */
  purge(before: Temporal.Instant): Promise<number>;
  /** The sources that anything is known of: dossiers, counts, or lists, also of what was cut off. By their names. */
  sources(): Promise<readonly string[]>;
  /** Removes all that came from a source, counts too, as if it had never been: samples go so. Tells how many dossiers. */
  removeSource(source: string): Promise<number>;
  /** The lists that the dossiers of an agency, or all, come from; newest first. */
  lists(agency?: AgencyId): Promise<readonly TakenList[]>;
  /** Changes whenever dossiers do. */
  revision(): string;
};
