import type { AgencyId } from '../agencies/agency.ts';

/** The states of the national portal's list, codes 1 to 10 in this order (domain.md 8). */
export const DOSSIER_STATES = [
  'registered',
  'received',
  'rejected',
  'processing',
  'supplementRequested',
  'paymentRequested',
  'withdrawn',
  'stopped',
  'done',
  'returned',
] as const;
export type DossierState = (typeof DOSSIER_STATES)[number];

/** What a state does to the time allowed. `paused` dossiers are shown with a mark, never as due. */
export type DossierClock = 'notStarted' | 'running' | 'paused' | 'stopped';

/**
 * One dossier (hồ sơ TTHC) as a list from a one-stop system shows it. Nothing of the applicant is in it: name, papers,
 * phone, address and free text are dropped at the door (domain.md 10).
 */
export type Dossier = {
  /** Mã hồ sơ: opaque, never taken apart. */
  readonly code: string;
  /** The competent agency: deadline and statistics are its. */
  readonly agency: AgencyId;
  /** Where it was handed in, as printed. Under Nghị định 118/2025 that may be any centre of the province. */
  readonly receptionPlace: string | null;
  /** The unit that has it now, as printed. */
  readonly handlingUnit: string | null;
  /** Who has it now: work data of an official, for the agency's own group only. */
  readonly desk: string | null;
  /** The step of the procedure it stands at, as printed; null for a sensitive one, as its procedure. */
  readonly step: string | null;
  /** Null for a sensitive one: its title would tell about the applicant. */
  readonly procedure: string | null;
  readonly field: string | null;
  /** Its procedure reveals personal matters: it is counted and never listed. */
  readonly sensitive: boolean;
  /** Left over from trying the system: counted apart, never listed. */
  readonly test: boolean;
  readonly channel: 'direct' | 'online' | 'postal' | null;
  readonly state: DossierState;
  readonly receivedAt: Temporal.Instant | null;
  /** The first appointment; differs from `currentDueAt` after an extension. */
  readonly originalDueAt: Temporal.Instant | null;
  /** The last moment at which it is in time; a day without an hour means the end of that day. */
  readonly currentDueAt: Temporal.Instant | null;
  /** When the result was ready or the dossier was stopped; null while it is open. */
  readonly closedAt: Temporal.Instant | null;
};

/** A dossier as it is kept. */
export type KeptDossier = Dossier & {
  readonly source: string;
  readonly firstSeenAt: Temporal.Instant;
  /** How often it went from a later state back to an earlier one: a known defect of the systems. */
  readonly wentBack: number;
};

/** What is told of a dossier whose clock runs. No more than that: half the time of a due list goes to its columns. */
export type DueDossier = Pick<
  KeptDossier,
  | 'code'
  | 'procedure'
  | 'step'
  | 'handlingUnit'
  | 'desk'
  | 'sensitive'
  | 'receivedAt'
  | 'firstSeenAt'
> & { readonly currentDueAt: Temporal.Instant };
