import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** One request as it came over the wire. */
export type Seen = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

/** Answers one request, or leaves it unanswered. */
export type Answering = (seen: Seen, response: ServerResponse) => void;

/** A server of this machine that answers as it is told and remembers what it was asked. */
export type AnsweringServer = AsyncDisposable & {
  readonly root: string;
  readonly seen: Seen[];
  answer: Answering;
};

export async function answeringServer(answer: Answering): Promise<AnsweringServer> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const one = {
        method: request.method ?? '',
        url: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString('latin1'),
      };
      seen.push(one);
      self.answer(one, response);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const self: AnsweringServer = {
    root: `http://127.0.0.1:${String(port)}`,
    seen,
    answer,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
  return self;
}

/** Always the same JSON. */
export function always(value: unknown, status = 200): Answering {
  return (_seen, response) => {
    json(response, value, status);
  };
}

/** One answer after the other; the last one from then on. */
export function inTurn(...answers: readonly Answering[]): Answering {
  let at = 0;
  return (seen, response) => {
    answers[Math.min(at, answers.length - 1)]?.(seen, response);
    at += 1;
  };
}

/** Text as it is, whatever it is. */
export function text(
  body: string,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Answering {
  return (_seen, response) => {
    response.writeHead(status, headers).end(body);
  };
}

/** Says nothing, ever. */
export const silence: Answering = () => {};

/** Breaks off before answering. */
export const breakOff: Answering = (_seen, response) => {
  response.socket?.destroy();
};

export function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
