/** Waits so many milliseconds; ends early, without rejecting, when the signal is aborted. */
export type Wait = (ms: number, signal?: AbortSignal) => Promise<void>;

/** Waiting in real time. Tests hand in one that they wind by hand. */
export const realWait: Wait = (ms, signal) =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    if (signal?.aborted === true) end();
    else signal?.addEventListener('abort', end, { once: true });
  });
