/** A limit of time that is running. */
type Timer = {
  /** Begins anew. */
  again(): void;
  stop(): void;
};

/** Does something after so many milliseconds. */
export type StartTimer = (ms: number, act: () => void) => Timer;

/** Timers in real time. Tests hand in ones that run out when they say so. */
export const realTimer: StartTimer = (ms, act) => {
  const timer = setTimeout(act, ms);
  return { again: () => void timer.refresh(), stop: () => clearTimeout(timer) };
};
