import type { AgencyId } from '../agencies/agency.ts';
import type { OverdueFormula } from '../figures/metric.ts';

/**
 * What a chat can be warned of; the first are named first in a message. `overdueRate`: the rate of late dossiers reaches
 * a limit · `forecast`: it is going to by the end of the period · `headroom`: few more late ones and it does ·
 * `longOverdue`: dossiers late for long · `onlinePace`: fewer online than the target asks for · `pendingRise`: suddenly
 * more under way than usual.
 */
export const RULE_KINDS = [
  'overdueRate',
  'forecast',
  'headroom',
  'longOverdue',
  'onlinePace',
  'pendingRise',
] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/** Rates in hundredths of a percent, the mildest first; reaching one exactly is reaching it. */
export type Limits = readonly [number, ...number[]];

/** What is alerted of and how, as the keeper set it. Rates in hundredths of a percent, as everywhere. */
export type AlertRules = {
  /** By which formula late dossiers are counted into a rate; the decision does not say (domain.md 6). */
  readonly formula: OverdueFormula;
  /** Rates that are alerted of. */
  readonly limits: Limits;
  /** The first limit of single agencies, in place of those below it. */
  readonly agencyLimits: ReadonlyMap<AgencyId, number>;
  /** How far a rate must be on the good side of a limit for the alert to be over. */
  readonly margin: number;
  /** Rates over fewer dossiers are not judged: one dossier would move them too far. */
  readonly leastHandled: number;
  /** How few late dossiers may be left until the first limit, the most first; none = not alerted of. */
  readonly headroom: readonly number[];
  /** More than so many working days late is long; null = not alerted of. */
  readonly longOverdueDays: number | null;
  /** How much more than usual is pending, in percent, the least first; none = not alerted of. */
  readonly pendingRise: readonly number[];
  readonly online: boolean;
  readonly forecast: boolean;
  /** An alert that nobody acknowledged is repeated after so many working days. */
  readonly repeatAfterDays: number;
  readonly quiet: QuietHours;
};

/** When nothing is sent; `from` after `to` spans midnight. Days off are quiet all day. */
export type QuietHours = { readonly from: Temporal.PlainTime; readonly to: Temporal.PlainTime };

/** The limits an agency is held to in a chat: the chat's own first limit, else the agency's, else all. */
export function limitsFor(
  { limits, agencyLimits }: Pick<AlertRules, 'limits' | 'agencyLimits'>,
  agency: AgencyId,
  ownLimit: number | null,
): Limits {
  const first = ownLimit ?? agencyLimits.get(agency) ?? null;
  return first === null ? limits : [first, ...limits.filter((limit) => limit > first)];
}
