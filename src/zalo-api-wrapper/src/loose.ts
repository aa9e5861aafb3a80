import * as z from 'zod';

/** An id: a string by the documents; small numbers are taken too, large ones would have lost digits. */
export const Id = z.union([z.string().min(1), z.int().transform(String)]);

/** A number that may come as a string of digits. */
export const Count = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+$/u)
    .transform(Number),
]);

/** Something that is left out rather than complained about when it is absent or odd. */
export function orNull<T extends z.ZodType>(schema: T) {
  return schema.nullable().catch(null);
}
