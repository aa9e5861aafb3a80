import { parentPort, threadId } from 'node:worker_threads';

import type { ListMessage } from '../../../src/sources/dossiers/list-message.ts';
import type { PackedBatch } from '../../../src/sources/dossiers/packed-batch.ts';

/** Reads every list as one dossier, whose code is the number of the thread. */
parentPort?.on('message', () => {
  const at = { table: 'x', codeColumn: 'A', agencyColumn: null };
  const numbers = new Float64Array(16);
  const batch = { codes: [String(threadId)], texts: [null], numbers, problems: [], at };
  parentPort?.postMessage({ kind: 'batch', batch } satisfies ListMessage<PackedBatch>, []);
  parentPort?.postMessage({ kind: 'end' }, []);
});
