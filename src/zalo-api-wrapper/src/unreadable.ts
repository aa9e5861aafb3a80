/** The body of a delivery is no event of Zalo's. Bringing it again would not make it readable. */
export type Unreadable = {
  readonly kind: 'unreadable';
  readonly reason: 'not-json' | 'form';
  /** The places that are not as they should be; never their values. */
  readonly places: readonly string[];
};

export function unreadable(reason: Unreadable['reason'], places: readonly string[]): Unreadable {
  return { kind: 'unreadable', reason, places };
}
