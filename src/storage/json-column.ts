import * as z from 'zod';

/** A text column that holds JSON of one shape: parsed and checked on the way out. */
export function jsonOf<Shape extends z.ZodType>(shape: Shape) {
  return z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(shape);
}
