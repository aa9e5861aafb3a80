import type { AgencyId } from '../agencies/agency.ts';
import type { Period } from '../calendar/period.ts';
import type { TakenList } from '../dossiers/store.ts';
import type { Counts } from '../figures/counts.ts';
import type { Fraction } from '../figures/fraction.ts';
import type { Limit, Target } from '../figures/limit.ts';
import type { Finding } from '../snapshots/finding.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import type { Forecast } from './forecast.ts';

/** What is believed of one agency at a moment. What is not known, or not believed now, is null, and no rule looks at it. */
export type Observation = {
  readonly agency: AgencyId;
  readonly figures: PeriodFigures | null;
  readonly dossiers: OpenDossiers | null;
};

/** The reported figures of the running period. */
export type PeriodFigures = {
  readonly period: Period;
  readonly counts: Counts;
  readonly snapshot: SnapshotHead;
  /** The limits on late dossiers that are ordered for agencies like it. */
  readonly limits: readonly Limit[];
  /** What of the new dossiers is to come online; null = no target holds, or the source does not count them. */
  readonly online: { readonly rate: Fraction; readonly target: Target } | null;
  /** How many dossiers were pending on the days before, half of them more and half less; null = too few days known. */
  readonly usualPending: number | null;
  /** What does not fit together in them: they are believed all the same, and it is said. */
  readonly doubts: readonly Finding[];
};

/** What late dossiers will come to at the end of a period. */
export type Expected = { readonly period: Period; readonly forecast: Forecast };

/** What the newest list of dossiers says of an agency's own. */
export type OpenDossiers = {
  readonly list: TakenList;
  /** Late by more working days than the rule allows. */
  readonly longOverdue: number;
  /** What it will come to at the end of the periods that run; what ends first goes first, of that the longest. */
  readonly forecasts: readonly Expected[];
};
