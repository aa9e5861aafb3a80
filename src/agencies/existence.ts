import type { Agency, AgencyId, Directory, Succession } from './agency.ts';

/** Days from..to, both included. */
export type Span = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };

/** Whether an agency exists on a day, and what became of it or what it comes from if it does not. */
export type Status =
  | { readonly kind: 'active' }
  | {
      readonly kind: 'ended';
      readonly lastDay: Temporal.PlainDate;
      readonly successions: readonly Succession[];
    }
  | {
      readonly kind: 'notYet';
      readonly firstDay: Temporal.PlainDate;
      readonly predecessors: readonly Succession[];
    };

/** The status of an agency on a day. */
export function statusAt(directory: Directory, id: AgencyId, day: Temporal.PlainDate): Status {
  const { validFrom, validTo } = directory.get(id);
  if (validTo !== null && isBefore(validTo, day)) {
    return { kind: 'ended', lastDay: validTo, successions: directory.successorsOf(id) };
  }
  if (validFrom !== null && isBefore(day, validFrom)) {
    return { kind: 'notYet', firstDay: validFrom, predecessors: directory.predecessorsOf(id) };
  }
  return { kind: 'active' };
}

/** Whether an agency existed on at least one day of the span: only then can it have figures for it. */
export function existsDuring({ validFrom, validTo }: Agency, { from, to }: Span): boolean {
  const began = validFrom === null || !isBefore(to, validFrom);
  const notOver = validTo === null || !isBefore(validTo, from);
  return began && notOver;
}

function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0;
}
