import { parentPort } from 'node:worker_threads';

import type { ListMessage, ThreadRequest } from './list-message.ts';
import { type PackedBatch, packed } from './packed-batch.ts';
import { sayList } from './say-list.ts';
import { unpackInLargePieces } from './unpack-in-large-pieces.ts';

/** More wait nowhere: whoever is ahead sleeps. */
const MOST_IN_FLIGHT = 3;

function send(message: ListMessage, inFlight: Int32Array<SharedArrayBuffer>): void {
  if (message.kind !== 'batch') {
    parentPort?.postMessage(message satisfies ListMessage<PackedBatch>, []);
    return;
  }
  const { kind } = message;
  const batch = packed(message.batch);
  Atomics.add(inFlight, 0, 1);
  const told = { kind, batch } satisfies ListMessage<PackedBatch>;
  parentPort?.postMessage(told, [batch.numbers.buffer]);
}

/** Sends a batch, and sleeps while enough are on their way: nothing else would hold libraries that read on by themselves. */
function sendInTurn(message: ListMessage, inFlight: Int32Array<SharedArrayBuffer>): void {
  send(message, inFlight);
  for (;;) {
    const sent = Atomics.load(inFlight, 0);
    if (sent < MOST_IN_FLIGHT) return;
    Atomics.wait(inFlight, 0, sent);
  }
}

if (parentPort !== null) unpackInLargePieces();

// Outside a worker there is no port, and loading this file does nothing.
parentPort?.on('message', ({ request, inFlight }: ThreadRequest) => {
  const counter = new Int32Array(inFlight);
  // A fault of the program ends the thread with it, and is told there.
  void sayList(request, (message) => sendInTurn(message, counter));
});
