import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json as jsonIn } from 'node:stream/consumers';

import * as z from 'zod';

/** What the portal does with a question instead of answering it. */
export type PortalFault =
  | { readonly kind: 'status'; readonly status: number }
  /** The page of a firewall, with status 200. */
  | { readonly kind: 'page' }
  | { readonly kind: 'text'; readonly text: string }
  /** Never a byte. */
  | { readonly kind: 'hang' }
  /** The beginning of an answer, then nothing. */
  | { readonly kind: 'stall' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'huge'; readonly bytes: number };

const Body = z.looseObject({
  timeType: z.string().optional(),
  year: z.int().optional(),
  quarter: z.int().optional(),
  month: z.int().optional(),
  fromDate: z.string().optional(),
  toDate: z.string().optional(),
});

/** A question as it reached the portal. */
export type PortalQuestion = {
  readonly endpoint: string;
  readonly body: z.infer<typeof Body>;
  /** "month-2026-10", "year-2026". */
  readonly period: string;
};

const Recorded = z.object({ note: z.string(), answers: z.record(z.string(), z.json()) });
type Json = z.infer<ReturnType<typeof z.json>>;

/**
 * The national portal as far as the source can tell: answers of recorded form (invented numbers, see `fixtures/portal`)
 * with status 201, and faults to order.
 */
export class PortalDouble implements AsyncDisposable {
  readonly asked: PortalQuestion[] = [];
  readonly #faults = new Map<number, PortalFault>();
  readonly #changes: { readonly of: string; readonly from: string; readonly to: string }[] = [];
  readonly #unsaid = new Set<string>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  /** Real answers came with 201; nothing says they always will. */
  status = 201;

  /** Opens a double on a free port of this machine. */
  static async open(): Promise<PortalDouble> {
    const double = new PortalDouble();
    await new Promise<void>((resolve) => {
      double.#server.listen(0, '127.0.0.1', resolve);
    });
    return double;
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('not open');
    return `http://127.0.0.1:${String(address.port)}/evaluation/`;
  }

  /** The next question meets this. */
  failsNext(fault: PortalFault): void {
    this.failsAt(this.asked.length + 1, fault);
  }

  /** The n-th question, counted from 1, meets this. */
  failsAt(question: number, fault: PortalFault): void {
    this.#faults.set(question, fault);
  }

  /**
   * From now on the answer of an endpoint on a period reads otherwise: every `from` in its JSON becomes `to`. Throws when
   * there is nothing to change.
   */
  recomputes(period: string, endpoint: string, [from, to]: readonly [string, string]): void {
    const of = `${period} ${endpoint}`;
    if (!this.#answer(period, endpoint)?.includes(from)) throw new Error(`${of} lacks ${from}`);
    this.#changes.push({ of, from, to });
  }

  /** From now on no department has any points in that period: it was not evaluated yet, or is being computed anew. */
  saysNothingOf(period: string): void {
    this.#unsaid.add(period);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const endpoint = request.url?.replace('/evaluation/', '') ?? '';
    const body = Body.parse(await jsonIn(request));
    const period = periodOf(body);
    this.asked.push({ endpoint, body, period });
    const fault = this.#faults.get(this.asked.length);
    if (fault !== undefined) return meet(fault, response);
    const answer = request.method === 'POST' ? this.#answer(period, endpoint) : null;
    if (answer === null) response.writeHead(404).end();
    else response.writeHead(this.status, JSON_TYPE).end(answer);
  }

  #answer(period: string, endpoint: string): string | null {
    const json = recordedAnswer(period, endpoint);
    if (json === null) return null;
    const own = this.#changes.filter(({ of }) => of === `${period} ${endpoint}`);
    const said = own.reduce(
      (text, { from, to }) => text.replaceAll(from, to),
      JSON.stringify(json),
    );
    return this.#unsaid.has(period)
      ? said.replaceAll(/"(score|totalScore)":[\d.]+/gu, '"$1":null')
      : said;
  }
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const PAGE = '<html><head><title>Request Rejected</title></head><body>Support ID: 1</body></html>';

function recordedAnswer(period: string, endpoint: string): Json | null {
  try {
    const file = readFileSync(`fixtures/portal/${period}.json`, 'utf8');
    return Recorded.parse(JSON.parse(file)).answers[endpoint] ?? null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Satisfaction is asked for by days. */
function periodOf({
  timeType,
  year,
  quarter,
  month,
  fromDate = '',
  toDate = '',
}: PortalQuestion['body']): string {
  if (timeType === undefined) {
    const isYear = toDate.slice(5) === '12-31' && fromDate.slice(5) === '01-01';
    return isYear ? `year-${fromDate.slice(0, 4)}` : `month-${fromDate.slice(0, 7)}`;
  }
  const number = month ?? quarter;
  const which = number === undefined ? '' : `-${String(number).padStart(2, '0')}`;
  return `${timeType}-${String(year)}${which}`;
}

function meet(fault: PortalFault, response: ServerResponse): void {
  switch (fault.kind) {
    case 'status':
      response.writeHead(fault.status, { location: 'http://127.0.0.1:9/' }).end();
      return;
    case 'page':
      response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
      return;
    case 'text':
      response.writeHead(201, JSON_TYPE).end(fault.text);
      return;
    case 'hang':
      return;
    case 'stall':
      response.writeHead(201, JSON_TYPE).write('{"code":"OK",');
      return;
    case 'cut':
      response.writeHead(201, { ...JSON_TYPE, 'content-length': '1000' });
      response.write('{"code":"OK",', () => response.destroy());
      return;
    case 'huge':
      response.writeHead(201, JSON_TYPE);
      flood(response, fault.bytes);
  }
}

/** As fast as the other side takes it. */
function flood(response: ServerResponse, bytes: number): void {
  const chunk = Buffer.alloc(65_536, ' ');
  let left = bytes;
  const more = () => {
    while (left > 0 && !response.destroyed) {
      left -= chunk.length;
      if (!response.write(chunk)) {
        response.once('drain', more);
        return;
      }
    }
    response.end();
  };
  more();
}
