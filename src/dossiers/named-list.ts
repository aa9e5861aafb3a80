import * as z from 'zod';

/** Which list of dossiers an answer names, as it is kept with the answer: lists themselves are not kept. */
export const NamedList = z.strictObject({
  source: z.string(),
  origin: z.string(),
  asOf: z.string().transform((text) => Temporal.Instant.from(text)),
});
export type NamedList = z.infer<typeof NamedList>;

/** Whether it is one and the same list: an agency may have two of one moment, from two files. */
export function isSameList(a: NamedList, b: NamedList): boolean {
  return a.source === b.source && a.origin === b.origin && a.asOf.equals(b.asOf);
}
