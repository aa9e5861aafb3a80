import type * as z from 'zod';

/** Where something from outside is not of the form it should have: paths without values. */
export function placesOf(error: z.ZodError): readonly string[] {
  return [...new Set(error.issues.map(({ path }) => path.map(String).join('.') || '(whole)'))];
}
