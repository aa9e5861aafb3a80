/** What the Official Account gave its app. All moments are milliseconds since 1970. */
export type OaTokens = {
  /** Null: never refreshed yet, as after the first consent. Lives about 25 hours. */
  readonly accessToken: string | null;
  readonly accessExpiresAt: number | null;
  /** SINGLE USE: each refresh gives its successor. Lives three months. */
  readonly refreshToken: string;
  /** Null: not known, as when a person typed the token in. */
  readonly refreshExpiresAt: number | null;
};

/**
 * Where the tokens live; the caller owns it. The client writes the new pair before it uses it, and never asks for one
 * but inside `exclusively`.
 */
export type OaTokenStore = {
  /** What is stored now, without waiting for anybody; null = nothing. */
  load(): Promise<OaTokens | null>;
  /**
   * Runs `work` while nobody else, in this process or another, is inside. `held.tokens` is what is stored once the turn
   * has come; `held.save` resolves when the pair is on disk.
   */
  exclusively<T>(work: (held: HeldTokens) => Promise<T>): Promise<T>;
};

/** The stored tokens, while nobody else touches them. */
export type HeldTokens = {
  readonly tokens: OaTokens | null;
  save(tokens: OaTokens): Promise<void>;
};
