import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';

import * as z from 'zod';

import {
  dossierRow,
  figureAnswer,
  figureRow,
  type OneStopCounts,
  type OneStopDossier,
} from './answers.ts';
import { misbehave, type OneStopFault } from './faults.ts';

/** A request as it came. */
export type OneStopRequest = {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

/** The certificate it shows, all of an authority that only `authority` knows; null = plain http. */
export type Certificate = 'good' | 'expired' | 'another-name' | null;

const FOLDER = join(import.meta.dirname, 'certificates');
/** The file that makes those who name it trust the double. */
export const AUTHORITY = join(FOLDER, 'authority.pem');
/** A question that comes as JSON. */
const Body = z.record(z.string(), z.string());
/** What it wants to be let in with. */
export const TOKEN = 'one-stop-token-not-real';

const certificate = (name: string) => readFileSync(join(FOLDER, `${name}.pem`));

/**
 * A one-stop system as far as anybody can tell over HTTP: `/thong-ke` shows its figures for the period asked, `/ho-so`
 * its open dossiers in pages. What it counts is set by hand; it can also lie, stall, restate and recover.
 */
export class OneStopDouble {
  readonly requests: OneStopRequest[] = [];
  /** Called when a request is held and will not be answered: time for whoever asked to have enough. */
  onHeld: () => void = () => undefined;
  /** Bytes of floods that went out. */
  flooded = 0;
  readonly #rows = new Map<string, OneStopCounts>();
  readonly #dossiers = new Map<string, OneStopDossier>();
  readonly #server;
  #scheme: 'http' | 'https';
  #at = '2026-11-21T08:00:00+07:00';
  #fault: OneStopFault | null = null;
  #faultsLeft = 0;
  #lie: ((rows: readonly Readonly<Record<string, unknown>>[]) => readonly unknown[]) | null = null;
  #period: { readonly from: string; readonly to: string } | null = null;

  private constructor(shown: Certificate) {
    const serve = (request: IncomingMessage, response: ServerResponse) =>
      void this.#serve(request, response);
    this.#scheme = shown === null ? 'http' : 'https';
    this.#server =
      shown === null
        ? createServer(serve)
        : createTlsServer({ key: certificate(shown), cert: certificate(shown) }, serve);
  }

  /** Opens a double on a free port of this machine. */
  static async open(shown: Certificate = null): Promise<OneStopDouble> {
    const double = new OneStopDouble(shown);
    await new Promise<void>((resolve) => {
      double.#server.listen(0, '127.0.0.1', resolve);
    });
    return double;
  }

  get root(): string {
    const address = this.#server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    return `${this.#scheme}://127.0.0.1:${String(port)}`;
  }

  /** What an agency of the system counts from now on, under the system's code for it. */
  sets(code: string, counts: Partial<OneStopCounts>): void {
    const before = this.#rows.get(code) ?? {
      received: 0,
      carriedOver: 0,
      resolvedOnTime: 0,
      resolvedOverdue: 0,
      pendingWithin: 0,
      pendingOverdue: 0,
    };
    this.#rows.set(code, { ...before, ...counts });
  }

  /** The agency is no longer in the table. */
  drops(code: string): void {
    this.#rows.delete(code);
  }

  /** The moment its answers say they show; one that stays the same is a system that has stopped counting. */
  showsMoment(at: string): void {
    this.#at = at;
  }

  /** A dossier is open. */
  opens(dossier: OneStopDossier): void {
    this.#dossiers.set(dossier.code, dossier);
  }

  /** A dossier is no longer open. */
  closes(code: string): void {
    this.#dossiers.delete(code);
  }

  /** Every request meets this fault from now on, or the next `times`. */
  fails(fault: OneStopFault, times = Infinity): void {
    this.#fault = fault;
    this.#faultsLeft = times;
  }

  /** The rows of figures are told otherwise than they are. */
  lies(change: (rows: readonly Readonly<Record<string, unknown>>[]) => readonly unknown[]): void {
    this.#lie = change;
  }

  /** The answers are about other days than those asked for. */
  answersForPeriod(from: string, to: string): void {
    this.#period = { from, to };
  }

  /** No fault and no lie any more: what was set is told as it is. */
  recovers(): void {
    this.#fault = null;
    this.#lie = null;
    this.#period = null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.root);
    const body = await text(request);
    this.requests.push({ method: request.method ?? '', url, headers: request.headers, body });
    const fault = this.#takeFault();
    if (fault !== null) {
      misbehave(fault, response, (bytes) => {
        this.flooded += bytes;
      });
      if (fault.kind === 'hangs') this.onHeld();
      return;
    }
    if (request.headers.authorization !== `Bearer ${TOKEN}`) {
      response.writeHead(401).end('{"error":"unauthorized"}');
    } else if (url.pathname === '/thong-ke') {
      answer(request, response, { value: this.#figures(url, body) });
    } else if (url.pathname === '/ho-so') {
      answer(request, response, this.#page(url));
    } else {
      response.writeHead(404).end('{"error":"not found"}');
    }
  }

  #takeFault(): OneStopFault | null {
    if (this.#faultsLeft <= 0) return null;
    this.#faultsLeft -= 1;
    return this.#fault;
  }

  #figures(url: URL, body: string): unknown {
    const asked = new URLSearchParams(
      body.startsWith('{') ? Body.parse(JSON.parse(body)) : url.searchParams,
    );
    const agency = asked.get('donVi');
    const rows = Array.from(this.#rows, ([code, counts]) => figureRow(code, counts)).filter(
      ({ maDonVi }) => agency === null || agency === '' || maDonVi === agency,
    );
    const told = this.#lie === null ? rows : this.#lie(rows);
    const days = { from: asked.get('tu') ?? '', to: asked.get('den') ?? '' };
    return figureAnswer(told, { ...days, ...this.#period, at: this.#at });
  }

  /** Pages by number (`trang`), offset (`tu`), cursor (`con`) or `Link`, whichever is asked for. */
  #page(url: URL): { readonly value: unknown; readonly headers: Record<string, string> } {
    const size = Number(url.searchParams.get('co') ?? '2');
    const page = Number(url.searchParams.get('trang') ?? '1');
    const from = Number(
      url.searchParams.get('tu') ?? url.searchParams.get('con') ?? (page - 1) * size,
    );
    const all = Array.from(this.#dossiers.values(), dossierRow);
    const next = from + size < all.length ? String(from + size) : null;
    const link = new URL(url);
    link.searchParams.set('tu', next ?? '');
    return {
      value: {
        tong: all.length,
        tiep: next,
        items: all.slice(from, from + size),
        thoiDiem: this.#at,
      },
      headers: next === null ? {} : { link: `<${link.pathname}${link.search}>; rel="next"` },
    };
  }
}

/** Packed for whoever takes it packed, and not sent at all to whoever has it. */
function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { value, headers = {} }: { readonly value: unknown; readonly headers?: Record<string, string> },
): void {
  const json = JSON.stringify(value);
  const etag = `"${createHash('sha256').update(json).digest('hex').slice(0, 16)}"`;
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  const packed = /\bgzip\b/u.test(request.headers['accept-encoding']?.toString() ?? '');
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    etag,
    ...headers,
    ...(packed ? { 'content-encoding': 'gzip' } : {}),
  });
  response.end(packed ? gzipSync(json) : json);
}
