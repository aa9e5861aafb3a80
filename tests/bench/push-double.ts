import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

import * as z from 'zod';

/*
 * Telegram as far as its limits go; runs as a worker, so that it does not slow down the bot. Beyond the messages a
 * second that it takes in all, or one a second in a chat, it refuses with 429.
 */
const { perSecond, answerMs } = z
  .object({ perSecond: z.int(), answerMs: z.number() })
  .parse(workerData);

/** Told when asked for. */
export type PushCounts = {
  readonly refused: number;
  /** Photos with a caption, and anything else. */
  readonly whole: number;
  readonly other: number;
};

const PNG = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1');

let counts: PushCounts = { refused: 0, whole: 0, other: 0 };
let recent: { readonly chat: string; readonly at: number }[] = [];

/** Whether a message may come in now; a refused one counts for nothing. */
function isTaken(chat: string): boolean {
  const at = performance.now();
  recent = recent.filter((message) => message.at > at - 1_000);
  if (recent.length >= perSecond || recent.some((message) => message.chat === chat)) return false;
  recent.push({ chat, at });
  return true;
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await buffer(request);
  const chat = /name="chat_id"\r\n\r\n(-?\d+)/u.exec(body.toString('latin1'))?.[1] ?? '';
  const json = { 'content-type': 'application/json' };
  if (!isTaken(chat)) {
    counts = { ...counts, refused: counts.refused + 1 };
    const parameters = { retry_after: 1 };
    const refusal = { ok: false, error_code: 429, description: 'Too Many Requests', parameters };
    response.writeHead(429, json).end(JSON.stringify(refusal));
    return;
  }
  const isWhole =
    request.url?.endsWith('/sendPhoto') === true &&
    body.includes('name="caption"') &&
    body.includes(PNG);
  const kind = isWhole ? 'whole' : 'other';
  counts = { ...counts, [kind]: counts[kind] + 1 };
  const message_id = counts.whole + counts.other;
  await pause(answerMs);
  response.writeHead(200, json).end(JSON.stringify({ ok: true, result: { message_id } }));
}

const server = createServer((request, response) => void serve(request, response));

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  parentPort?.postMessage(typeof address === 'object' ? address?.port : 0, []);
});
parentPort?.on('message', () => parentPort?.postMessage(counts, []));
