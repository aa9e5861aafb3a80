import type { ListRequest, RowBatch } from './list-message.ts';
import { ListThread, type ThreadSettings } from './list-thread.ts';

/** After so long without a list its thread ends: what it holds is worth more than the next start. */
const IDLE_MS = 10_000;

/** Reads lists, each in the order asked for. */
export type ReadBatches = (request: ListRequest) => AsyncGenerator<RowBatch>;

/**
 * Makes a reader whose thread goes on to the next list: a thread takes half a second to start and another to read as
 * fast as it can, and folders hold a list for every agency. Whatever goes wrong with a list ends the thread with it.
 */
export function listReader(
  settings: ThreadSettings & { readonly idleMs?: number } = {},
): ReadBatches {
  let resting: ListThread | null = null;
  let timer: NodeJS.Timeout | undefined;

  const take = (): ListThread => {
    clearTimeout(timer);
    const thread = resting?.isAtRest === true ? resting : new ListThread(settings);
    resting = null;
    return thread;
  };
  const leave = async (thread: ListThread): Promise<void> => {
    if (!thread.isAtRest || resting !== null) return thread.close();
    resting = thread;
    timer = setTimeout(() => {
      resting = null;
      void thread.close();
    }, settings.idleMs ?? IDLE_MS).unref();
  };
  return async function* read(request) {
    const thread = take();
    try {
      yield* thread.read(request);
    } finally {
      await leave(thread);
    }
  };
}
