import type { AgencyId } from '../agencies/agency.ts';
import type { PeriodKey } from '../calendar/period.ts';
import type { Metric } from '../figures/metric.ts';
import type { Finding } from './finding.ts';
import type { Figure, Snapshot, SnapshotHead, SnapshotId, Statement } from './snapshot.ts';

/** A figure with the snapshot it stands in. */
export type Reading = { readonly figure: Figure; readonly snapshot: SnapshotHead };
export type StatementReading = { readonly statement: Statement; readonly snapshot: SnapshotHead };
export type FindingReading = { readonly finding: Finding; readonly snapshot: SnapshotHead };

/** A field of work of an agency, by the name its tables give it. */
export type FieldOfWork = { readonly agency: AgencyId; readonly field: string };

/** What became of a snapshot: `unchanged` stores nothing; `restated` keeps both versions. */
export type Recorded =
  | { readonly kind: 'stored'; readonly id: SnapshotId }
  | { readonly kind: 'unchanged'; readonly id: SnapshotId }
  | { readonly kind: 'restated'; readonly id: SnapshotId; readonly previous: SnapshotId };

/** A payload refused as a whole, with the reason and where in it. */
export type Quarantined = {
  readonly source: string;
  /** File name or address, without secrets. */
  readonly origin: string;
  readonly contentHash: string;
  readonly at: Temporal.Instant;
  readonly problems: readonly {
    readonly code: string;
    readonly place: string;
    readonly detail: string;
  }[];
};

type Between = { readonly from: Temporal.Instant; readonly to: Temporal.Instant };

/** Some of what was set aside, the latest first, and how much there is. */
export type SetAside = { readonly newest: readonly Quarantined[]; readonly count: number };

/**
 * Snapshots in the store. A *series* is (document number, place, scope, period), whoever read it; where the document has
 * no number, its source tells it apart. "Current" means the newest snapshot of its series: the one that covers the
 * latest day, and of the same day the last one recorded, which *replaced* those before it. Every method is one unit
 * of work.
 */
export type SnapshotStore = {
  record(snapshot: Snapshot): Promise<Recorded>;
  /** Of each source the newest some hundred are kept: one that is refused every minute does not fill the disk. */
  quarantine(payload: Quarantined): Promise<void>;
  /**
   * All that is kept of refused payloads, the latest first.
   *
   * @internal Only tests look at all of it.
   */
  quarantined(): Promise<readonly Quarantined[]>;
  /** The newest `most` of what was refused in between, both included, and how much that is in all. */
  quarantinedIn(between: Between, most: number): Promise<SetAside>;
  /** Forgets what was refused before a moment, and tells how much. */
  forgetQuarantined(before: Temporal.Instant): Promise<number>;
  /** Current readings of an agency for all fields together, newest period end first. `period` narrows. */
  readings(agency: AgencyId, period?: PeriodKey): Promise<readonly Reading[]>;
  /** Current readings by field of an agency and period. */
  fieldReadings(agency: AgencyId, period: PeriodKey): Promise<readonly Reading[]>;
  /** The fields of work that anything in force tells the late dossiers of, each once, by agency. */
  overdueFields(): Promise<readonly FieldOfWork[]>;
  /** Current readings of several agencies in one period and scope, in no particular order. */
  readingsOf(
    agencies: readonly AgencyId[],
    ask: { readonly period: PeriodKey; readonly scope: string },
  ): Promise<readonly Reading[]>;
  /** Current statements of an agency on a metric, newest period end first. */
  statements(
    agency: AgencyId,
    metric: Metric,
    period?: PeriodKey,
  ): Promise<readonly StatementReading[]>;
  /** Current statements of all agencies on a metric in one period, all fields together, in no particular order. */
  statementsOn(metric: Metric, period: PeriodKey): Promise<readonly StatementReading[]>;
  /** Current statements by field. */
  fieldStatements(agency: AgencyId, period: PeriodKey): Promise<readonly StatementReading[]>;
  /** All versions of an agency's figures within a period, oldest first: the trend over snapshots. */
  history(agency: AgencyId, period: PeriodKey): Promise<readonly Reading[]>;
  /** What was known of an agency in a period at the end of a day: of each series the newest version up to it. */
  readingsAsOf(
    agency: AgencyId,
    ask: { readonly period: PeriodKey; readonly day: Temporal.PlainDate },
  ): Promise<readonly Reading[]>;
  /** What the versions that a snapshot replaced say of an agency, all fields together, newest first. */
  replacedReadings(by: SnapshotId, agency: AgencyId): Promise<readonly Reading[]>;
  /** What they state of it on a metric, newest first. */
  replacedStatements(
    by: SnapshotId,
    about: { readonly agency: AgencyId; readonly metric: Metric },
  ): Promise<readonly StatementReading[]>;
  /** The versions that a snapshot replaced, newest first. */
  replacedHeads(by: SnapshotId): Promise<readonly SnapshotHead[]>;
  /**
   * What is to be doubted of a snapshot, in force or not: its own findings but for mere notes, and those of tables in
   * force that hold theirs against it; each with the snapshot it is kept with. A finding between two tables ends when one
   * of them is no longer in force.
   */
  doubts(of: SnapshotId): Promise<readonly FindingReading[]>;
  /** Findings of current snapshots, for one agency or all; of those between two tables where both are current. */
  findings(agency?: AgencyId): Promise<readonly FindingReading[]>;
  /** Current snapshots, newest period end first. */
  heads(): Promise<readonly SnapshotHead[]>;
  isEmpty(): Promise<boolean>;
  /**
   * The id of the newest snapshot, whoever recorded it; 0 = there is none. When it is another, what was derived before is
   * to be derived anew.
   */
  revision(): number;
};

/** What is asked of snapshots; what they are recorded with is left out. */
export type SnapshotReader = Omit<
  SnapshotStore,
  'record' | 'quarantine' | 'quarantined' | 'quarantinedIn' | 'forgetQuarantined'
>;
