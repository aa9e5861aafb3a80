import * as z from 'zod';

import { type CallPlace, type RefusalKind, ZaloAnswerUnreadable, ZaloApiError } from '../errors.ts';
import { type Answer, isSuccess } from '../exchange.ts';
import { Count, orNull } from '../loose.ts';
import { outcomeOf } from '../outcome.ts';
import { placesOf } from '../places.ts';
import type { Unconfirmed } from '../unconfirmed.ts';
import { fitForLog } from '../wording.ts';

/** `{ error, message, data }`; OAuth names its errors in words of its own, and has none when all went well. */
const Envelope = z.object({
  error: Count.optional(),
  message: orNull(z.string()),
  error_name: orNull(z.string()),
  error_description: orNull(z.string()),
  error_reason: orNull(z.string()),
  data: z.unknown().optional(),
});

/** What reading an answer needs to know of the call. */
export type OaCall = {
  readonly place: CallPlace;
  /** What must not appear in an error, should Zalo repeat it. */
  readonly secrets: readonly string[];
  readonly unconfirmed: Pick<Unconfirmed, 'oaRefusals' | 'notDoneStatuses'>;
};

/** The data of an answer as `schema` has it; throws `ZaloApiError` or `ZaloAnswerUnreadable`. */
export function dataOf<T>(answer: Answer, schema: z.ZodType<T>, call: OaCall): T {
  const { httpStatus, body } = answer;
  const unreadable = (reason: ZaloAnswerUnreadable['reason'], places: readonly string[] = []) =>
    new ZaloAnswerUnreadable(call.place, { httpStatus, reason, places });
  const envelope = Envelope.safeParse(body.kind === 'json' ? body.value : null);
  if (!isSuccess(httpStatus) || (envelope.data?.error ?? 0) !== 0) {
    throw refusal(answer, envelope.data, call);
  }
  if (body.kind !== 'json') throw unreadable(body.kind);
  if (!envelope.success) throw unreadable('form', placesOf(envelope.error));
  // an answer without the envelope is its own data
  const data = schema.safeParse(envelope.data.data ?? body.value);
  if (!data.success) throw unreadable('form', placesOf(data.error));
  return data.data;
}

function refusal(
  { httpStatus, retryAfterMs }: Answer,
  envelope: z.infer<typeof Envelope> | undefined,
  { place, secrets, unconfirmed: { oaRefusals, notDoneStatuses } }: OaCall,
): ZaloApiError {
  const code = envelope?.error ?? null;
  const said = [
    envelope?.message,
    envelope?.error_name,
    envelope?.error_description,
    envelope?.error_reason,
  ];
  const kind = kindOf(code, httpStatus, oaRefusals);
  return new ZaloApiError(place, outcomeOf({ kind, httpStatus }, notDoneStatuses), {
    kind,
    code,
    httpStatus,
    description: fitForLog(said.filter(Boolean).join(' '), secrets),
    retryAfterMs,
  });
}

/** Codes whose meaning several sources share; the others are in `Unconfirmed.oaRefusals`. */
const KINDS: Readonly<Record<number, RefusalKind>> = {
  [-32]: 'limited',
  [-100]: 'limited',
  [-124]: 'token',
  [-201]: 'bad-request',
  [-213]: 'refused',
  [-214]: 'refused',
  [-216]: 'token',
  [-220]: 'token',
  [-230]: 'refused',
  [-233]: 'refused',
  [-234]: 'refused',
  3: 'token',
};

function kindOf(
  code: number | null,
  httpStatus: number,
  refusals: Readonly<Record<number, RefusalKind>>,
): RefusalKind {
  if (code !== null && code !== 0) return refusals[code] ?? KINDS[code] ?? 'unknown';
  if (httpStatus === 429) return 'limited';
  if (httpStatus === 401) return 'token';
  return httpStatus >= 500 ? 'server' : 'unknown';
}
