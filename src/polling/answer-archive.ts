/** One answer of a source, as it came; `turnedAway`: it asks to be left alone (403, 429, a firewall's page). */
export type KeptAnswer = {
  readonly source: string;
  /** The endpoint, a space, and what was asked of it, the same for the same question; without secrets. */
  readonly request: string;
  readonly at: Temporal.Instant;
} & (
  | { readonly outcome: 'good'; readonly body: Uint8Array }
  | { readonly outcome: 'turnedAway' | 'failed' }
);

/** How often a source was asked in vain since a moment. */
type VainTries = Readonly<Record<'turnedAway' | 'failed', number>>;

/**
 * Raw answers of sources that recompute what they said, and may be asked only so often: what was answered once is read
 * again from here, today or years later.
 */
export type AnswerArchive = {
  keep(answer: KeptAnswer): Promise<void>;
  /** The newest good answer of a source to a question since a moment; null if there is none. */
  goodSince(
    source: string,
    asked: { readonly request: string; readonly since: Temporal.Instant },
  ): Promise<Uint8Array | null>;
  /** The newest good answer of an endpoint, whatever was asked of it. */
  newestOn(source: string, endpoint: string): Promise<Uint8Array | null>;
  vainSince(source: string, since: Temporal.Instant): Promise<VainTries>;
};
