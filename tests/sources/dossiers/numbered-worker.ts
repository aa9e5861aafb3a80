import { parentPort, threadId } from 'node:worker_threads';

/** Reads every list as one dossier, whose code is the number of the thread. */
parentPort?.on('message', () => {
  const at = { table: 'x', codeColumn: 'A', agencyColumn: null };
  const rows = [{ code: String(threadId) }];
  parentPort?.postMessage({ kind: 'batch', batch: { rows, problems: [], at } }, []);
  parentPort?.postMessage({ kind: 'end' }, []);
});
