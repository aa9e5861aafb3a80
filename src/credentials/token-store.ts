/** Tokens of an account at an outside service. The refresh token works ONCE: each renewal gives its successor. */
export type Tokens = {
  readonly refreshToken: string;
  /** Null = not known, as of a token a person typed in. */
  readonly refreshUntil: Temporal.Instant | null;
  /** Null until the first renewal. */
  readonly access: { readonly token: string; readonly until: Temporal.Instant } | null;
};

/** The tokens in use, and what is known of them. */
export type KnownTokens = {
  readonly tokens: Tokens;
  /** From the configuration, where a keeper puts it after consenting, or given by a renewal. */
  readonly origin: 'environment' | 'renewal';
  /** Since when they are in use. */
  readonly since: Temporal.Instant;
  /**
   * A renewal was begun whose outcome nobody wrote down (crash, lost answer): the refresh token may be spent, and its
   * successor lost. Null = no such doubt.
   */
  readonly doubtedSince: Temporal.Instant | null;
  /** The service did not take the refresh token; null = it has not been refused. */
  readonly refused: Refused | null;
  /** A token of the configuration that came later and has not worked yet; null = none. */
  readonly given: { readonly since: Temporal.Instant; readonly refused: Refused | null } | null;
};

type Refused = { readonly since: Temporal.Instant; readonly why: string };

/** Who renews, and until when nobody else may: whoever has not left by then is taken for dead. */
export type TokenLease = {
  readonly owner: string;
  readonly at: Temporal.Instant;
  readonly until: Temporal.Instant;
};

/** The right to renew one refresh token. */
export type HeldToken = { readonly id: number; readonly owner: string };

/** What became of asking for the right to renew. */
export type Entered =
  | {
      readonly kind: 'entered';
      readonly held: HeldToken;
      readonly known: KnownTokens;
      /** It is the token that waits beside the pair in use: should it be refused, that one still works. */
      readonly isGiven: boolean;
    }
  | { readonly kind: 'busy' }
  /** The account has no tokens. */
  | { readonly kind: 'none' };

/** How a renewal that brought nothing ended: the token was not used, was refused, or nobody knows. */
export type Left =
  | { readonly kind: 'unused' }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'unknown' };

/** Keeps the tokens of accounts, for all processes on the store. Every method is one unit of work. */
export type TokenStore = {
  /**
   * Takes a refresh token of the configuration, unless it was ever taken before: a spent one left standing in `.env` must
   * not replace its successors. Where there is a pair in use, that stays until the new token has worked once. False = it
   * was taken before.
   */
  adopt(account: string, refreshToken: string, at: Temporal.Instant): Promise<boolean>;
  /** Whether a refresh token was ever taken. */
  knows(account: string, refreshToken: string): Promise<boolean>;
  /** Null = none. */
  known(account: string): Promise<KnownTokens | null>;
  /**
   * Lets one renewer in at a time, and writes down that it is at it before the token can be spent. A given token goes
   * first, unless it was refused.
   */
  enter(account: string, lease: TokenLease): Promise<Entered>;
  /**
   * Stores what a renewal brought in place of what it spent; resolves when it is on the disk, so that a power cut does not
   * lose it. It is stored even when the lease has run out; false = the token it belongs to is no longer in use.
   */
  renewed(held: HeldToken, tokens: Tokens, at: Temporal.Instant): Promise<boolean>;
  /** Gives up the right to renew. */
  leave(held: HeldToken, left: Left, at: Temporal.Instant): Promise<void>;
};
