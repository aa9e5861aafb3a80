import { parentPort } from 'node:worker_threads';

import { mapAnswer } from './map-answer.ts';
import type { MapMessage, MapRequest } from './map-message.ts';

/** Pieces are given away: copied, the greatest lists would hold up the bot. */
const say = (message: MapMessage) => {
  const pieces = message.kind === 'mapped' ? message.pieces : [];
  parentPort?.postMessage(
    message,
    pieces.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : [])),
  );
};

// Outside a worker there is no port, and loading this file does nothing.
parentPort?.on('message', (request: MapRequest) => {
  // A fault of the program ends the thread with it, and is told there.
  void mapAnswer(request).then(say);
});
// Loading takes longer than most mappings: only from now on does the time count.
say({ kind: 'ready' });
