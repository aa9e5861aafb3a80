/**
 * Of what a rate is held against, mildest limit first, the one that says most of it: the gravest that is broken, else the
 * mildest, which is kept.
 */
export function mostTelling<Held extends { readonly kept: boolean }>(
  held: readonly Held[],
): Held | undefined {
  return held.findLast(({ kept }) => !kept) ?? held[0];
}
