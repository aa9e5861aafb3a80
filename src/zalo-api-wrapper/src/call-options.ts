/** Of one call. */
export type CallOptions = {
  /** Gives up waiting; the outcome is unknown when the request had left. */
  readonly signal?: AbortSignal;
  /** For the whole call, instead of the client's own time limit. */
  readonly timeoutMs?: number;
  /** Instead of the client's own limit of size. */
  readonly maxAnswerBytes?: number;
};

/** How the client reaches Zalo; everything has a default. */
export type Transport = {
  /** Default: the global one. */
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds since 1970. Default: the clock of the machine. */
  readonly now?: () => number;
  /** For a whole call: waiting for tokens, a second attempt, the answer read. Default 15 000. */
  readonly timeoutMs?: number;
  /** Longest answer read. Default 1 048 576. */
  readonly maxAnswerBytes?: number;
};
