import {
  Agent as PlainAgent,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
} from 'node:http';
import { Agent as TlsAgent, request as tlsRequest } from 'node:https';

import { AskFailed } from './ask-failed.ts';
import { connectionFault } from './connection-fault.ts';
import { ENCODINGS, readBody } from './read-body.ts';
import type { StartTimer } from './timer.ts';

/** One request as it goes over the line. */
export type Ask = {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  /** With resolved secrets: never to be logged or told. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
};

/** What came back, whole and unpacked. */
export type Answer = {
  readonly url: URL;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Uint8Array;
};

/** How long and how much one exchange may be. */
export type Limits = {
  /** From the first byte asked to the last one answered. */
  readonly timeoutMs: number;
  /** Without a single byte. */
  readonly idleMs: number;
  /** Unpacked. */
  readonly maxBytes: number;
};

/** Connections to one system, kept open between the requests of a poll. Certificates are always checked. */
export type Line = Disposable & {
  /** One exchange, no redirect followed. Throws `AskFailed`. */
  exchange(ask: Ask, limits: Limits): Promise<Answer>;
};

/** What a line is opened with. */
export type LineRoom = {
  /** The certificates that are trusted, all of them; null = those of this machine. */
  readonly ca: readonly string[] | null;
  /** Ends what is under way; its reason is thrown. */
  readonly signal: AbortSignal;
  readonly startTimer: StartTimer;
};

/** Opens a line; nothing is connected yet. */
export function openLine({ ca, signal, startTimer }: LineRoom): Line {
  const kept = { keepAlive: true, maxSockets: 1 };
  const plain = new PlainAgent(kept);
  const tls = new TlsAgent(ca === null ? kept : { ...kept, ca: [...ca] });
  return {
    exchange: (ask, limits) =>
      bounded(limits, { signal, startTimer }, (end, alive) =>
        exchanged(ask, { limits, plain, tls, end, alive }),
      ),
    [Symbol.dispose]() {
      plain.destroy();
      tls.destroy();
    },
  };
}

type Wired = {
  readonly limits: Limits;
  readonly plain: PlainAgent;
  readonly tls: TlsAgent;
  readonly end: AbortSignal;
  /** To be called whenever a byte came. */
  readonly alive: () => void;
};

/** Runs an exchange with its two clocks; whatever it fails with becomes what really happened. */
async function bounded<T>(
  { timeoutMs, idleMs }: Limits,
  { signal, startTimer }: Omit<LineRoom, 'ca'>,
  run: (end: AbortSignal, alive: () => void) => Promise<T>,
): Promise<T> {
  const clocks = new AbortController();
  const stop = (code: 'tooSlow' | 'stalled', ms: number) => () =>
    clocks.abort(new AskFailed({ code, detail: `> ${String(ms)} ms`, again: true }));
  const whole = startTimer(timeoutMs, stop('tooSlow', timeoutMs));
  const idle = startTimer(idleMs, stop('stalled', idleMs));
  const end = AbortSignal.any([clocks.signal, signal]);
  try {
    return await run(end, () => idle.again());
  } catch (error) {
    end.throwIfAborted();
    throw connectionFault(error) ?? error;
  } finally {
    whole.stop();
    idle.stop();
  }
}

async function exchanged(ask: Ask, wired: Wired): Promise<Answer> {
  const response = await responseTo(ask, wired);
  response.on('data', wired.alive);
  const bytes = await readBody(response, wired.limits.maxBytes);
  return { url: ask.url, status: response.statusCode ?? 0, headers: response.headers, bytes };
}

function responseTo(
  { url, method, headers, body }: Ask,
  { plain, tls, end, alive }: Wired,
): Promise<IncomingMessage> {
  const secure = url.protocol === 'https:';
  const options = {
    method,
    headers: { accept: 'application/json', 'accept-encoding': ENCODINGS, ...headers },
    signal: end,
    agent: secure ? tls : plain,
  };
  return new Promise((resolve, reject) => {
    const sent = (secure ? tlsRequest : request)(url, options, (response) => {
      alive();
      resolve(response);
    });
    sent.on('error', reject);
    // Node ends a switch to another protocol without a word: nothing would ever come of the poll.
    sent.on('upgrade', ({ statusCode }, socket) => {
      socket.destroy();
      reject(new AskFailed({ code: 'badStatus', detail: String(statusCode) }));
    });
    sent.on('close', () => reject(new AskFailed({ code: 'sourceFailed', again: true })));
    sent.end(body ?? undefined);
  });
}
