import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds on a clock that only goes forward; handed in, so that tests hold it. */
export type Stopwatch = () => number;

/** Work in small pieces: how long it has held the event loop, and how to let others have their turn. */
export type Turns = {
  /** Whether it is time to let others in. */
  isOver(): boolean;
  /** Lets others in; goes on with a turn of its own. */
  next(): Promise<void>;
};

/** With the commit that follows, on a slow day too, far from the 50 ms that nothing may hold the event loop. */
const TURN_MS = 10;

/** Begins a turn. What a row costs differs tenfold with what there is in the store, so time is measured and not rows. */
export function takeTurns(stopwatch: Stopwatch): Turns {
  let began = stopwatch();
  return {
    isOver: () => stopwatch() - began >= TURN_MS,
    async next() {
      await nextTurn();
      began = stopwatch();
    },
  };
}
