import * as z from 'zod';

import type { CallOptions, Transport } from './call-options.ts';
import { type Deadline, overdue } from './deadline.ts';
import { type CallPlace, type Outcome, ZaloUnreachable } from './errors.ts';

const TIMEOUT_MS = 15_000;
const MOST_ANSWER_BYTES = 1_048_576;

/** One request, ready to leave. */
export type Outgoing = {
  readonly place: CallPlace;
  /** May hold a token: never to be shown. */
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | URLSearchParams | FormData;
};

/** What came back, whatever it means. */
export type Answer = {
  readonly httpStatus: number;
  readonly retryAfterMs: number | null;
  readonly body:
    | { readonly kind: 'json'; readonly value: unknown }
    | { readonly kind: 'too-long' | 'not-json' };
};

/** Milliseconds for one call: as it says itself, as its kind takes, as the client has it. */
export function patienceOf(
  { timeoutMs: said }: CallOptions,
  usual: number | undefined,
  { timeoutMs = TIMEOUT_MS }: Transport,
): number {
  return said ?? usual ?? timeoutMs;
}

/** How an answer is waited for and read. */
type Reading = Pick<CallOptions, 'maxAnswerBytes'> & { readonly deadline: Deadline };

/** Asks and reads the answer, within the limits of time and size; rejects with `ZaloUnreachable` only. */
export async function exchange(
  outgoing: Outgoing,
  transport: Transport,
  { deadline, ...size }: Reading,
): Promise<Answer> {
  const { place } = outgoing;
  if (deadline.over() !== null) throw overdue(place, 'nothing', deadline);
  try {
    return await asked(outgoing, { ...transport, ...sizeOf(size) }, deadline.signal);
  } catch (error) {
    // Neither the error nor its text is handed on: both may hold the address, and with it the token.
    if (deadline.over() !== null) throw overdue(place, 'unknown', deadline);
    const systemCode = systemCodeOf(error);
    const outcome = outcomeAfter(systemCode);
    throw new ZaloUnreachable(place, outcome, { reason: 'connection', systemCode });
  }
}

function sizeOf({ maxAnswerBytes }: CallOptions): Pick<Transport, 'maxAnswerBytes'> {
  return maxAnswerBytes === undefined ? {} : { maxAnswerBytes };
}

async function asked(
  { url, method, headers = {}, body }: Outgoing,
  { fetch = globalThis.fetch, maxAnswerBytes = MOST_ANSWER_BYTES, now }: Transport,
  signal: AbortSignal,
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers,
    // a redirect would carry the token elsewhere
    redirect: 'manual',
    signal,
    ...(body === undefined ? {} : { body }),
  });
  return {
    httpStatus: response.status,
    retryAfterMs: retryAfterMsOf(response.headers.get('retry-after'), now),
    body: await bodyOf(response, maxAnswerBytes),
  };
}

/** Whether an HTTP status says that all went well. */
export function isSuccess(httpStatus: number): boolean {
  return httpStatus >= 200 && httpStatus <= 299;
}

async function bodyOf(response: Response, most: number): Promise<Answer['body']> {
  const decoder = new TextDecoder();
  const chunks: AsyncIterable<Uint8Array> | readonly Uint8Array[] = response.body ?? [];
  let text = '';
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    // leaving the loop ends the download
    if (bytes > most) return { kind: 'too-long' };
    text += decoder.decode(chunk, { stream: true });
  }
  try {
    const value: unknown = JSON.parse(text + decoder.decode());
    return { kind: 'json', value };
  } catch {
    return { kind: 'not-json' };
  }
}

/** Seconds, or a date. */
function retryAfterMsOf(header: string | null, now: () => number = Date.now): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/u.test(header)) return Number(header) * 1_000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now());
}

const WithCode = z.object({ cause: z.object({ code: z.string().regex(/^[A-Z0-9_]{1,60}$/u) }) });

function systemCodeOf(error: unknown): string | null {
  const parsed = WithCode.safeParse(error);
  return parsed.success ? parsed.data.cause.code : null;
}

/** No connection was made, so no byte of the request left. */
const NEVER_CONNECTED =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_\w+|ERR_SSL_\w+|CERT_\w+|\w*SELF_SIGNED\w*|UNABLE_TO_\w+)$/u;

function outcomeAfter(systemCode: string | null): Outcome {
  return systemCode !== null && NEVER_CONNECTED.test(systemCode) ? 'nothing' : 'unknown';
}
