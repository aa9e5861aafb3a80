import * as z from 'zod';

/** A column that `momentText` wrote. */
export const Moment = z.string().transform((text) => Temporal.Instant.from(text));

/** A moment as the store writes it: UTC with nine digits always, so that text order is time order. */
export function momentText(moment: Temporal.Instant): string {
  return moment.toString({ fractionalSecondDigits: 9 });
}
