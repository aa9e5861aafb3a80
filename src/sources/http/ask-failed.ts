import type { Problem } from '../../errors.ts';
import type { IntakeProblem } from '../../snapshots/intake-problem.ts';

/** What is known of a request that gave nothing. `detail` never holds a header, a query or anything else secret. */
type Failure = {
  readonly code: IntakeProblem;
  readonly detail?: string;
  /** The same request may succeed in a moment. */
  readonly again?: boolean;
  /** The server says when to come back. */
  readonly retryAfterMs?: number | null;
};

/** A request gave nothing that could be read. Inside this room; whoever polls gets a refused payload. */
export class AskFailed extends Error {
  override readonly name = 'AskFailed';
  readonly code: IntakeProblem;
  readonly detail: string;
  readonly again: boolean;
  readonly retryAfterMs: number | null;

  constructor(
    { code, detail = '', again = false, retryAfterMs = null }: Failure,
    options?: ErrorOptions,
  ) {
    super(`${code} ${detail}`.trim(), options);
    this.code = code;
    this.detail = detail;
    this.again = again;
    this.retryAfterMs = retryAfterMs;
  }

  /** The same as a problem of a payload. */
  problem(place: string): Problem {
    return { code: this.code, place, detail: this.detail };
  }
}
