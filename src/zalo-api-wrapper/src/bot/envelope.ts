import * as z from 'zod';

import { type CallPlace, type RefusalKind, ZaloAnswerUnreadable, ZaloApiError } from '../errors.ts';
import { type Answer, isSuccess } from '../exchange.ts';
import { Count, orNull } from '../loose.ts';
import { outcomeOf } from '../outcome.ts';
import { placesOf } from '../places.ts';
import type { Unconfirmed } from '../unconfirmed.ts';
import { fitForLog } from '../wording.ts';

/** Zero stands beside results, too: it says nothing. */
const Code = orNull(Count).transform((code) => (code === 0 ? null : code));

/** `{ ok, result }`; a failure may come by HTTP status or by `ok: false` in HTTP 200. */
const Envelope = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  description: orNull(z.string()),
  error_code: Code,
  // as testWebhook spells it
  errorCode: Code,
});

/** What reading an answer needs to know of the call. */
export type BotCall = {
  readonly place: CallPlace;
  /** What must not appear in an error, should Zalo repeat it. */
  readonly secrets: readonly string[];
  readonly unconfirmed: Pick<Unconfirmed, 'bot403' | 'notDoneStatuses'>;
};

/** The result of an answer as `schema` has it; throws `ZaloApiError` or `ZaloAnswerUnreadable`. */
export function resultOf<T>(answer: Answer, schema: z.ZodType<T>, call: BotCall): T {
  const { httpStatus, body } = answer;
  const unreadable = (reason: ZaloAnswerUnreadable['reason'], places: readonly string[] = []) =>
    new ZaloAnswerUnreadable(call.place, { httpStatus, reason, places });
  const envelope = Envelope.safeParse(body.kind === 'json' ? body.value : null);
  if (!isSuccess(httpStatus) || envelope.data?.ok === false) {
    throw refusal(answer, envelope.data, call);
  }
  if (body.kind !== 'json') throw unreadable(body.kind);
  // an answer without the envelope is its own result
  const result = schema.safeParse(envelope.success ? envelope.data.result : body.value);
  if (!result.success) throw unreadable('form', placesOf(result.error));
  return result.data;
}

/** The idle end of a poll: nobody wrote meanwhile. */
export function isNothingNew(error: unknown): boolean {
  return error instanceof ZaloApiError && (error.code === 408 || error.httpStatus === 408);
}

function refusal(
  { httpStatus, retryAfterMs }: Answer,
  envelope: z.infer<typeof Envelope> | undefined,
  { place, secrets, unconfirmed: { bot403, notDoneStatuses } }: BotCall,
): ZaloApiError {
  const code =
    envelope?.error_code ?? envelope?.errorCode ?? (httpStatus === 200 ? null : httpStatus);
  const kind = code === 403 ? bot403 : kindOf(code, httpStatus);
  return new ZaloApiError(place, outcomeOf({ kind, httpStatus }, notDoneStatuses), {
    kind,
    code,
    httpStatus,
    description: fitForLog(envelope?.description ?? '', secrets),
    retryAfterMs,
  });
}

/** The documented codes, which are those of HTTP. */
const KINDS: Readonly<Record<number, RefusalKind>> = {
  400: 'bad-request',
  401: 'token',
  404: 'not-found',
  408: 'server',
  426: 'limited',
  429: 'limited',
};

function kindOf(code: number | null, httpStatus: number): RefusalKind {
  const known = KINDS[code ?? 0] ?? KINDS[httpStatus];
  if (known !== undefined) return known;
  return httpStatus >= 500 || (code ?? 0) >= 500 ? 'server' : 'unknown';
}
