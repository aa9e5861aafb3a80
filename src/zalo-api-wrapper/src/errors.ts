/** Which of Zalo's services was spoken to. */
export type ZaloService = 'bot' | 'oa' | 'oauth';

/**
 * What is known of a call that failed. `nothing`: Zalo did not do it, calling again cannot do it twice.
 * `unknown`: the request had left, or Zalo broke down over it; it may have been done, and nobody can look it up.
 */
export type Outcome = 'nothing' | 'unknown';

/**
 * What a refusal means for the caller, whatever code it came by:
 * `token` the token is not (or no longer) good · `limited` too often or quota used up: later · `refused` this message or
 * this chat, now and always · `not-allowed` the account, its plan or the app lacks a right: a person has to act ·
 * `not-found` no such thing or method · `bad-request` the call itself is wrong ·
 * `server` a fault of Zalo's: later · `unknown` a code this package does not know.
 */
export type RefusalKind =
  | 'token'
  | 'limited'
  | 'refused'
  | 'not-allowed'
  | 'not-found'
  | 'bad-request'
  | 'server'
  | 'unknown';

/** Where a call failed. Never holds a token, a secret or an address with one. */
export type CallPlace = {
  readonly service: ZaloService;
  /** The method of the Bot Platform, or the path of the Official Account API. */
  readonly method: string;
};

/** What every failure of a call says. Catch this one to catch them all. */
export abstract class ZaloError extends Error {
  readonly service: ZaloService;
  readonly method: string;
  readonly outcome: Outcome;

  constructor(message: string, { service, method }: CallPlace, outcome: Outcome) {
    super(message);
    this.service = service;
    this.method = method;
    this.outcome = outcome;
  }
}

/** What Zalo said when it refused. */
export type Refusal = {
  readonly kind: RefusalKind;
  /** Zalo's own code: `error_code` of the Bot Platform, `error` of the Official Account; null when it gave none. */
  readonly code: number | null;
  readonly httpStatus: number;
  /** Zalo's wording, without secrets; for logs, not for deciding. */
  readonly description: string;
  /** How long to wait, where the answer says (header Retry-After); undocumented, so mostly null. */
  readonly retryAfterMs: number | null;
};

/** Zalo answered and refused: by HTTP status, by `ok: false` or by `error` other than 0. */
export class ZaloApiError extends ZaloError implements Refusal {
  override readonly name = 'ZaloApiError';
  readonly kind: RefusalKind;
  readonly code: number | null;
  readonly httpStatus: number;
  readonly description: string;
  readonly retryAfterMs: number | null;

  constructor(place: CallPlace, outcome: Outcome, refusal: Refusal) {
    super(
      `${place.service} ${place.method}: ${refusal.kind} (HTTP ${String(refusal.httpStatus)}, code ${String(refusal.code)}) ${refusal.description}`,
      place,
      outcome,
    );
    this.kind = refusal.kind;
    this.code = refusal.code;
    this.httpStatus = refusal.httpStatus;
    this.description = refusal.description;
    this.retryAfterMs = refusal.retryAfterMs;
  }
}

/** No answer came: no connection, it broke off, the time was over, or the caller gave up. */
export class ZaloUnreachable extends ZaloError {
  override readonly name = 'ZaloUnreachable';
  readonly reason: 'connection' | 'timeout' | 'aborted';
  /** The system's code where there is one: `ECONNREFUSED`, `ENOTFOUND`, `UND_ERR_SOCKET`. */
  readonly systemCode: string | null;

  constructor(
    place: CallPlace,
    outcome: Outcome,
    { reason, systemCode }: Pick<ZaloUnreachable, 'reason' | 'systemCode'>,
  ) {
    super(`${place.service} ${place.method}: ${reason} ${systemCode ?? ''}`.trim(), place, outcome);
    this.reason = reason;
    this.systemCode = systemCode;
  }
}

/** An answer came that is none of this API: too long, not JSON, or of another form. It may have been done. */
export class ZaloAnswerUnreadable extends ZaloError {
  override readonly name = 'ZaloAnswerUnreadable';
  readonly httpStatus: number;
  readonly reason: 'too-long' | 'not-json' | 'form';
  /** The places in the answer that are not as they should be; never their values. */
  readonly places: readonly string[];

  constructor(
    place: CallPlace,
    { httpStatus, reason, places }: Pick<ZaloAnswerUnreadable, 'httpStatus' | 'reason' | 'places'>,
  ) {
    super(
      `${place.service} ${place.method}: ${reason} (HTTP ${String(httpStatus)}) ${places.join(', ')}`.trim(),
      place,
      'unknown',
    );
    this.httpStatus = httpStatus;
    this.reason = reason;
    this.places = places;
  }
}

/** The call breaks a documented limit and was not sent: text too long, image too big. */
export class ZaloCallInvalid extends ZaloError {
  override readonly name = 'ZaloCallInvalid';
  readonly problem: string;

  constructor(place: CallPlace, problem: string) {
    super(`${place.service} ${place.method}: ${problem}`, place, 'nothing');
    this.problem = problem;
  }
}

/**
 * There is no refresh token, or Zalo does not take it (spent, older than three months, withdrawn, or of another app):
 * an administrator of the Official Account has to consent again. Nothing else helps.
 */
export class ZaloConsentNeeded extends ZaloError {
  override readonly name = 'ZaloConsentNeeded';
  readonly reason: 'no-token' | 'refused';
  /** Zalo's code, null when nothing was asked. */
  readonly code: number | null;
  readonly description: string;

  constructor(place: CallPlace, said: Pick<ZaloConsentNeeded, 'reason' | 'code' | 'description'>) {
    super(
      `${place.service} ${place.method}: ${said.reason} (code ${String(said.code)}) ${said.description}`.trim(),
      place,
      'nothing',
    );
    this.reason = said.reason;
    this.code = said.code;
    this.description = said.description;
  }
}
