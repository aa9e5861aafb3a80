import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

import * as z from 'zod';

/** What a load is made of; runs as a worker, so that the one who asks does not slow down the one who answers. */
const Load = z.object({
  url: z.string(),
  secret: z.string(),
  question: z.string(),
  /** Ids of the updates are counted up from here. */
  from: z.int(),
  count: z.int(),
  inFlight: z.int(),
});

const { url, secret, question, from, count, inFlight } = Load.parse(workerData);
const agent = new Agent({ keepAlive: true, maxSockets: inFlight });

function updateOf(id: number): string {
  const person = 1 + (id % 500);
  return JSON.stringify({
    update_id: id,
    message: {
      message_id: id,
      date: 1_700_000_000,
      from: { id: person, is_bot: false, first_name: 'An', language_code: 'vi' },
      chat: { id: person, first_name: 'An', type: 'private' },
      text: question,
      entities: [{ type: 'bot_command', offset: 0, length: 4 }],
    },
  });
}

/** Posts one update; resolves with the length of the answer. */
function post(id: number): Promise<number> {
  const body = updateOf(id);
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'x-telegram-bot-api-secret-token': secret,
    };
    const outgoing = request(url, { method: 'POST', agent, headers }, (incoming) => {
      let length = 0;
      incoming.on('data', (chunk: Buffer) => {
        length += chunk.length;
      });
      incoming.on('end', () => resolve(incoming.statusCode === 200 ? length : 0));
      incoming.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

let next = from;
let unanswered = 0;

async function worker(): Promise<void> {
  while (next < from + count) {
    const id = next;
    next += 1;
    if ((await post(id)) === 0) unanswered += 1;
  }
}

const start = performance.now();
await Promise.all(Array.from({ length: inFlight }, worker));
const seconds = (performance.now() - start) / 1000;
agent.destroy();
parentPort?.postMessage({ perSecond: count / seconds, unanswered }, []);
