/** A moment as the store writes it: UTC with nine digits always, so that text order is time order. */
export function momentText(moment: Temporal.Instant): string {
  return moment.toString({ fractionalSecondDigits: 9 });
}
