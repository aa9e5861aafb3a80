import { once } from 'node:events';

import { startProgram } from './run-program.ts';

type Run = Parameters<typeof startProgram>[1];

/** A program that is up. It does not outlive its test, whatever becomes of that. */
export type ServingProgram = AsyncDisposable & {
  /** The address of its page. */
  readonly url: string;
  /** Ends it as a keeper would, and tells its exit code and the signal it died of. */
  stop(): Promise<readonly [number | null, string | null]>;
};

/** `npm start`; resolves when the program has told where it is to be reached. */
export async function startServing(run: Run): Promise<ServingProgram> {
  const child = startProgram([], run);
  const ended = once(child, 'exit');
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    await ended;
    return [child.exitCode, child.signalCode] as const;
  };
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk);
    const url = /http:\/\/127\.0\.0\.1:\d+/u.exec(said)?.[0];
    if (url === undefined) continue;
    return {
      url,
      stop: () => end('SIGTERM'),
      async [Symbol.asyncDispose]() {
        if (child.exitCode === null && child.signalCode === null) await end('SIGKILL');
      },
    };
  }
  throw new Error(`never up: ${said}`);
}
