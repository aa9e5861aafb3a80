import type { Problem } from '../../errors.ts';
import type { IntakeProblem } from '../../snapshots/intake-problem.ts';

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
  | { readonly outcome: 'good'; readonly body: Uint8Array }
  | { readonly outcome: 'turnedAway' | 'failed'; readonly problem: Problem };

const STATUS_PROBLEMS: ReadonlyMap<number, IntakeProblem> = new Map([
  [401, 'accessRefused'],
  [403, 'accessRefused'],
  [429, 'askedTooOften'],
]);

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
    const fault = statusFault(response.status);
    if (fault !== null) {
      await response.body?.cancel();
      return vain(fault, String(response.status));
    }
    const body = await bodyOf(response, limits.maxBytes);
    if (body === null) return vain('tooLarge', `> ${String(limits.maxBytes)}`);
    const objection = objectionTo(body);
    return objection === null ? { outcome: 'good', body } : vain(objection, '');
  } catch (error) {
    if (signal.aborted) return vain('tooSlow', `> ${String(limits.timeoutMs)} ms`);
    return vain('sourceFailed', networkCode(error));
  }
}

/** Answers come with 200 or 201; a redirect is followed nowhere. */
function statusFault(status: number): IntakeProblem | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return 'redirectedElsewhere';
  return STATUS_PROBLEMS.get(status) ?? (status >= 500 ? 'serverFailed' : 'badStatus');
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

function objectionTo(body: Uint8Array): IntakeProblem | null {
  const text = new TextDecoder().decode(body);
  if (/^\s*</u.test(text)) return 'htmlNotJson';
  try {
    JSON.parse(text);
    return null;
  } catch {
    return text.trim() === '' ? 'empty' : 'notJson';
  }
}

/** Errors of the network come wrapped; anything else is a fault of the program. */
function networkCode(error: unknown): string {
  if (!(error instanceof TypeError) || error.cause === undefined) throw error;
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'network';
}
