/** What the Official Account gave its app. All moments are milliseconds since 1970. */
export type OaTokens = {
  /** Null: never refreshed yet, as after the first consent. */
  readonly access: OaAccess | null;
  /** SINGLE USE: each refresh gives its successor. Lives three months. */
  readonly refreshToken: string;
  /** Null: not known, as when a person typed the token in. */
  readonly refreshExpiresAt: number | null;
};

/** What calls are made with. Lives about 25 hours. */
export type OaAccess = { readonly token: string; readonly expiresAt: number };

/** What a refresh gives: with it there is something to call with. */
export type OaPair = OaTokens & { readonly access: OaAccess };

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
  save(pair: OaPair): Promise<void>;
};
