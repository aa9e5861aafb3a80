/** A question that a source wants to put to a host. */
export type Wanted = {
  readonly host: string;
  readonly source: string;
  /** The endpoint, a space, and what is asked of it, the same for the same question; without secrets. */
  readonly request: string;
  /** Who asks: a visit, of whatever source or process. */
  readonly holder: string;
  readonly now: Temporal.Instant;
  /** When the day began, for which answers and failures count. */
  readonly since: Temporal.Instant;
  /** After so long a question without an answer has come to nothing. */
  readonly leaseMs: number;
  /** So many failures of a day, and nothing more is asked. */
  readonly mostFailures: number;
};

/**
 * What is to be done about a question. `taken`: put it, nobody else does. `known`: it was answered today. `leftAlone`: the
 * host turned somebody away today, or failed too often. `busy`: somebody asks it now; again after so long.
 */
export type Taken =
  | { readonly kind: 'taken' }
  | { readonly kind: 'leftAlone' }
  | { readonly kind: 'known'; readonly body: Uint8Array }
  | { readonly kind: 'busy'; readonly ms: number };

/** One answer of a host, as it came; `turnedAway`: it asks to be left alone (403, 429, a firewall's page). */
export type KeptAnswer = Pick<Wanted, 'host' | 'source' | 'request' | 'holder'> & {
  readonly at: Temporal.Instant;
  /** How long nobody else is to ask after it. */
  readonly pauseMs: number;
} & (
    | { readonly outcome: 'good'; readonly body: Uint8Array }
    | { readonly outcome: 'turnedAway' | 'failed' }
  );

/**
 * Raw answers of hosts that recompute what they said, and may be asked only so often: what was answered once is read
 * again from here, today or years later. All that ask a host share it, whatever they are called and in whatever process.
 */
export type AnswerArchive = {
  /** Takes the right to put a question, in one step with finding out whether it may be put. */
  take(wanted: Wanted): Promise<Taken>;
  /** Keeps what came of a question that was taken. */
  keep(answer: KeptAnswer): Promise<void>;
  /** The newest good answer of an endpoint to a source, whatever was asked of it. */
  newestOn(source: string, endpoint: string): Promise<Uint8Array | null>;
};
