import { parentPort } from 'node:worker_threads';

import { mapAnswer } from './map-answer.ts';
import type { MapRequest } from './map-message.ts';

// Outside a worker there is no port, and loading this file does nothing.
parentPort?.on('message', (request: MapRequest) => {
  // A fault of the program ends the thread with it, and is told there.
  void mapAnswer(request).then((outcome) => parentPort?.postMessage(outcome, []));
});
