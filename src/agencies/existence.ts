import type { Agency } from './agency.ts';

/** Days from..to, both included. */
export type Span = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };

/** Whether an agency existed on at least one day of the span: only then can it have figures for it. */
export function existsDuring({ validFrom, validTo }: Agency, { from, to }: Span): boolean {
  const began = validFrom === null || !isBefore(to, validFrom);
  const notOver = validTo === null || !isBefore(validTo, from);
  return began && notOver;
}

/** Whether an agency existed on a day. */
export function existsOn(agency: Agency, day: Temporal.PlainDate): boolean {
  return existsDuring(agency, { from: day, to: day });
}

function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0;
}
