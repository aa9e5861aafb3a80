import { AskFailed } from './ask-failed.ts';
import type { Answer, Ask, Limits, Line } from './exchange.ts';

/** One to https and one to the right path are usual; more is a loop. */
const MOST_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** These ask for the same request again; the others for a plain reading of the new address. */
const SAME_REQUEST = new Set([307, 308]);

/**
 * An exchange that follows redirects on the same host only: keys sent along must not reach another one. Throws
 * `AskFailed` (redirectedElsewhere, redirectLoop, and those of the exchange).
 */
export async function follow(line: Line, first: Ask, limits: Limits): Promise<Answer> {
  let ask = first;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const answer = await line.exchange(ask, limits);
    const { location } = answer.headers;
    if (!REDIRECTS.has(answer.status) || location === undefined) return answer;
    const url = sameHost(ask.url, location);
    ask = SAME_REQUEST.has(answer.status)
      ? { ...ask, url }
      : { ...ask, url, method: 'GET', body: null };
  }
  throw new AskFailed({ code: 'redirectLoop', detail: `> ${String(MOST_REDIRECTS)}` });
}

/** An address of the host that gave it. Throws `AskFailed` (redirectedElsewhere) for any other, or a step down from TLS. */
export function sameHost(from: URL, address: string): URL {
  const to = URL.parse(address, from);
  if (to === null) throw new AskFailed({ code: 'redirectedElsewhere' });
  const upgraded = from.protocol === 'http:' && to.origin === `https://${from.hostname}`;
  if (to.origin !== from.origin && !upgraded) {
    // The host alone: the rest may hold anything.
    throw new AskFailed({ code: 'redirectedElsewhere', detail: to.host.slice(0, 100) });
  }
  return to;
}
