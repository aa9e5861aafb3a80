import { parentPort } from 'node:worker_threads';

import { mapAnswer } from './map-answer.ts';
import type { MapMessage, MapRequest } from './map-message.ts';

const say = (message: MapMessage) => parentPort?.postMessage(message, []);

// Outside a worker there is no port, and loading this file does nothing.
parentPort?.on('message', (request: MapRequest) => {
  // A fault of the program ends the thread with it, and is told there.
  void mapAnswer(request).then(say);
});
// Loading takes longer than most mappings: only from now on does the time count.
say({ kind: 'ready' });
