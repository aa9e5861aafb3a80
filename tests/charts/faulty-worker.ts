import { parentPort, threadId } from 'node:worker_threads';

/**
 * A worker that does what the title says: crash, exit, hang, throw, or tell its number (`thread`, whatever follows);
 * anything else is answered with the title. Asked for nothing it does nothing.
 */
parentPort?.on('message', (asked: { title: string } | null) => {
  if (asked !== null) answer(asked.title);
});

function answer(title: string): void {
  switch (title.split(' ')[0] ?? title) {
    case 'crash':
      setImmediate(() => {
        throw new Error('crashed');
      });
      return;
    case 'exit':
      process.exit(3);
      return;
    case 'hang':
      return;
    case 'throw':
      parentPort?.postMessage({ code: 'failed', detail: 'thrown' }, []);
      return;
    case 'thread':
      parentPort?.postMessage({ png: new TextEncoder().encode(String(threadId)) }, []);
      return;
    default:
      parentPort?.postMessage({ png: new TextEncoder().encode(title) }, []);
  }
}
