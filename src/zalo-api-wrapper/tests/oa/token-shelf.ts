import type { HeldTokens, OaTokens, OaTokenStore } from '../../src/index.ts';

/** Tokens in memory, as a store should keep them: one holder at a time, in the order of asking. */
export class TokenShelf implements OaTokenStore {
  tokens: OaTokens | null;
  /** What happened, in order. */
  readonly deeds: string[] = [];
  /** How many of the next attempts to save fail. */
  failingSaves = 0;
  /** How often somebody asked to be alone with them. */
  entered = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(tokens: OaTokens | null) {
    this.tokens = tokens;
  }

  async load(): Promise<OaTokens | null> {
    return this.tokens;
  }

  async exclusively<T>(work: (held: HeldTokens) => Promise<T>): Promise<T> {
    this.entered += 1;
    const before = this.#turn;
    const mine = (async () => {
      await before.catch(() => {});
      return work({
        tokens: this.tokens,
        save: async (tokens) => {
          if (this.failingSaves > 0) {
            this.failingSaves -= 1;
            throw new Error('disk full');
          }
          this.tokens = tokens;
          this.deeds.push(`saved ${tokens.refreshToken}`);
        },
      });
    })();
    this.#turn = mine;
    return mine;
  }
}

/** At the moment 0, an access token good for a day. */
export function pair(number: number, accessExpiresAt = 90_000_000): OaTokens {
  return {
    access: { token: `access-${String(number)}`, expiresAt: accessExpiresAt },
    refreshToken: `refresh-${String(number)}`,
    refreshExpiresAt: null,
  };
}
