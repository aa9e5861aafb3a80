/** What can go wrong on the way to Zalo or there. */
export type Fault =
  /** Refused as Zalo refuses: HTTP 200 with a number that is not 0. */
  | { readonly kind: 'refusal'; readonly error: number; readonly message: string }
  /** Refused by what stands in front of it. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  /** No answer at all, until the double is closed. */
  | { readonly kind: 'hang' }
  /** The connection breaks before the call is carried out. */
  | { readonly kind: 'reset' }
  /** The call is carried out, but its answer is lost. */
  | { readonly kind: 'lostAnswer' };

/** A call that Zalo answers with a number that is not 0. */
export class OaRefusal extends Error {
  readonly error: number;

  constructor(error: number, message: string) {
    super(message);
    this.error = error;
  }
}

const refusal = (error: number, message: string): Fault => ({ kind: 'refusal', error, message });

export const TOKEN_EXPIRED = refusal(-216, 'Access token is invalid');
/** A refresh token that does not work any more. */
export const SPENT = refusal(-14_014, 'Invalid refresh token');
export const RATE_LIMIT = refusal(-32, 'Your application reached limit call api');
export const BUSY = refusal(-100, 'System busy');
export const NOT_FOLLOWING = refusal(-213, 'User has not followed OA');
/** The same code, as it is told of pictures. */
export const INVALID_213 = refusal(-213, 'Attachment is invalid');
export const NO_INTERACTION = refusal(
  -230,
  'User has not interacted with the OA in the past 7 days',
);
export const NIGHT = refusal(-234, 'Message is not allowed from 22:00 to 06:00');
export const UNSUPPORTED = refusal(-233, 'Message type is not supported');
export const BAD_ATTACHMENT = refusal(-214, 'Attachment is invalid');
export const BAD_GATEWAY: Fault = { kind: 'status', status: 502 };
export const TOO_MANY = (retryAfter: number): Fault => ({
  kind: 'status',
  status: 429,
  retryAfter,
});
export const HANG: Fault = { kind: 'hang' };
export const RESET: Fault = { kind: 'reset' };
export const LOST_ANSWER: Fault = { kind: 'lostAnswer' };
