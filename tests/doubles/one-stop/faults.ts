import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

/** A system that goes on until whoever asks has enough. */
type Endless =
  /** Takes the request and says nothing. */
  | { readonly kind: 'hangs' }
  /** Begins an answer and says nothing more. */
  | { readonly kind: 'stalls' }
  /** A byte now and then, for ever. */
  | { readonly kind: 'drips'; readonly everyMs: number }
  /** Spaces without end, made as they are sent; packed too, if so asked. */
  | { readonly kind: 'floods'; readonly bytes: number; readonly packed?: boolean };

/** A system whose answer is over, and is none. */
type Broken =
  | { readonly kind: 'cutsOff' }
  | { readonly kind: 'closes' }
  /** Goes on in another protocol. */
  | { readonly kind: 'switches' }
  | { readonly kind: 'badGzip' };

/** A system that answers something else than what was asked. */
type Otherwise =
  | { readonly kind: 'redirects'; readonly to: string; readonly status?: number }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Something else instead of the answer. */
  | {
      readonly kind: 'says';
      readonly bytes: string | Uint8Array;
      readonly type?: string;
      readonly headers?: Readonly<Record<string, string>>;
    };

/** What can go wrong with a one-stop system that is there. */
export type OneStopFault = Endless | Broken | Otherwise;

const JSON_TYPE = 'application/json; charset=utf-8';
const PIECE = Buffer.alloc(65_536, ' ');

/** Answers with a fault. `sent` is told how many bytes of a flood went out. */
export function misbehave(
  fault: OneStopFault,
  response: ServerResponse,
  sent: (bytes: number) => void,
): void {
  if (isEndless(fault)) goOn(fault, response, sent);
  else if (isOtherwise(fault)) answerOtherwise(fault, response);
  else breakOff(fault, response);
}

function isEndless(fault: OneStopFault): fault is Endless {
  return ['hangs', 'stalls', 'drips', 'floods'].includes(fault.kind);
}

function isOtherwise(fault: Broken | Otherwise): fault is Otherwise {
  return ['redirects', 'status', 'says'].includes(fault.kind);
}

function goOn(fault: Endless, response: ServerResponse, sent: (bytes: number) => void): void {
  switch (fault.kind) {
    case 'hangs':
      return;
    case 'stalls':
      response.writeHead(200, { 'content-type': JSON_TYPE }).write('{"duLieu": [');
      return;
    case 'drips':
      drip(response, fault.everyMs);
      return;
    case 'floods':
      flood(response, fault, sent);
      return;
  }
}

function breakOff(fault: Broken, response: ServerResponse): void {
  switch (fault.kind) {
    case 'cutsOff':
      response.writeHead(200, { 'content-type': JSON_TYPE, 'content-length': '5000' });
      response.write('{"duLieu": [{"maDonVi": "H32.01"', () => response.destroy());
      return;
    case 'closes':
      response.destroy();
      return;
    case 'switches':
      response.socket?.write(
        'HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n',
      );
      return;
    case 'badGzip':
      response.writeHead(200, { 'content-type': JSON_TYPE, 'content-encoding': 'gzip' });
      response.end(gzipSync('{"duLieu": []}').fill(7, 12));
      return;
  }
}

function answerOtherwise(fault: Otherwise, response: ServerResponse): void {
  switch (fault.kind) {
    case 'redirects':
      response.writeHead(fault.status ?? 302, { location: fault.to }).end();
      return;
    case 'status':
      response.writeHead(fault.status, fault.headers ?? {}).end('{"error":"no"}');
      return;
    case 'says':
      response.writeHead(200, { 'content-type': fault.type ?? JSON_TYPE, ...fault.headers });
      response.end(fault.bytes);
      return;
  }
}

function drip(response: ServerResponse, everyMs: number): void {
  response.writeHead(200, { 'content-type': JSON_TYPE });
  const timer = setInterval(() => response.write(' '), everyMs);
  response.on('close', () => clearInterval(timer));
}

function flood(
  response: ServerResponse,
  { bytes, packed = false }: Extract<OneStopFault, { kind: 'floods' }>,
  sent: (bytes: number) => void,
): void {
  const encoding = packed ? { 'content-encoding': 'gzip' } : {};
  response.writeHead(200, { 'content-type': JSON_TYPE, ...encoding });
  const piece = packed ? gzipSync(Buffer.alloc(1_000_000, ' ')) : PIECE;
  const worth = packed ? 1_000_000 : PIECE.length;
  let left = bytes;
  const more = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= worth;
      sent(piece.length);
      if (!response.write(piece)) return void response.once('drain', more);
    }
    response.end();
  };
  more();
}
