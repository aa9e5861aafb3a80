import type { Problem } from '../../errors.ts';
import type { IntakeProblem } from '../../snapshots/intake-problem.ts';
import { jsonAnswer } from '../json-answer.ts';
import { statusProblem } from '../status-problem.ts';

/** One question to the portal: which of its figures, and of what. */
export type PortalRequest = {
  /** The last part of the address: "transparency", ... */
  readonly endpoint: string;
  readonly body: Readonly<Record<string, string | number>>;
};

/** How much and how long one answer may be. */
export type PortalLimits = { readonly timeoutMs: number; readonly maxBytes: number };

/** What came of a question; `turnedAway` means that nothing more is to be asked today. */
export type PortalAnswer =
  | { readonly outcome: 'good'; readonly body: Uint8Array; readonly value: unknown }
  | { readonly outcome: 'turnedAway' | 'failed'; readonly problem: Problem };

/** By these it asks to be left alone; a firewall answers with a page for people, sometimes with status 200. */
const TURNING_AWAY: ReadonlySet<IntakeProblem> = new Set([
  'accessRefused',
  'askedTooOften',
  'htmlNotJson',
]);

/** Puts one question, as the portal's own page does, and never a second time. Rejects only for faults of the program. */
export async function askPortal(
  base: string,
  request: PortalRequest,
  limits: PortalLimits,
): Promise<PortalAnswer> {
  const url = new URL(request.endpoint, base.endsWith('/') ? base : `${base}/`);
  const signal = AbortSignal.timeout(limits.timeoutMs);
  const vain = (code: IntakeProblem, detail: string): PortalAnswer => ({
    outcome: TURNING_AWAY.has(code) ? 'turnedAway' : 'failed',
    problem: { code, place: `${url.host}${url.pathname}`, detail },
  });
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(request.body),
      redirect: 'manual',
      signal,
    });
    const fault = faultOf(response.status);
    if (fault !== null) {
      await response.body?.cancel();
      return vain(fault, String(response.status));
    }
    const body = await bodyOf(response, limits.maxBytes);
    if (body === null) return vain('tooLarge', `> ${String(limits.maxBytes)}`);
    const json = jsonAnswer(body);
    return json.ok ? { outcome: 'good', body, value: json.value } : vain(json.code, json.detail);
  } catch (error) {
    if (signal.aborted) return vain('tooSlow', `> ${String(limits.timeoutMs)} ms`);
    return vain('sourceFailed', networkCode(error));
  }
}

/** A redirect is followed nowhere. */
function faultOf(status: number): IntakeProblem | null {
  return status >= 300 && status < 400 ? 'redirectedElsewhere' : statusProblem(status);
}

/** Null if there are more than `maxBytes`: the rest is not read. */
async function bodyOf(response: Response, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream: AsyncIterable<Uint8Array> | null = response.body;
  if (stream === null) return Buffer.alloc(0);
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Errors of the network come wrapped; anything else is a fault of the program. */
function networkCode(error: unknown): string {
  if (!(error instanceof TypeError) || error.cause === undefined) throw error;
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'network';
}
