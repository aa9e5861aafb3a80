/** What can go wrong on the way to Zalo or there. */
export type Fault =
  /** Refused, told by the status of HTTP or inside a 200, as both are seen. */
  | {
      readonly kind: 'refusal';
      readonly code: number;
      readonly description: string;
      readonly inside200: boolean;
    }
  /** A page of the proxy in front of Zalo, which is no answer of the API at all. */
  | { readonly kind: 'page'; readonly status: number }
  /** No answer, until the double is closed. */
  | { readonly kind: 'hang' }
  /** The connection breaks before the call is carried out. */
  | { readonly kind: 'reset' }
  /** The call is carried out, but its answer is lost. */
  | { readonly kind: 'lostAnswer' };

/** A call the Bot Platform answers with `ok: false`. */
export class ApiRefusal extends Error {
  readonly code: number;

  constructor(code: number, description: string) {
    super(description);
    this.code = code;
  }
}

const refusal = (code: number, description: string, inside200 = false): Fault => ({
  kind: 'refusal',
  code,
  description,
  inside200,
});

export const BAD_REQUEST = refusal(400, 'Bad Request');
export const REFUSED_INSIDE_200 = refusal(400, 'Bad Request: chat not found', true);
export const UNAUTHORIZED = refusal(401, 'Unauthorized');
/** The documentation names it so. */
export const FORBIDDEN = refusal(403, 'Internal server error');
export const QUOTA_EXCEEDED = refusal(429, 'Quota exceeded');
export const BAD_GATEWAY: Fault = { kind: 'page', status: 502 };
export const RESET: Fault = { kind: 'reset' };
export const LOST_ANSWER: Fault = { kind: 'lostAnswer' };
export const HANG: Fault = { kind: 'hang' };
